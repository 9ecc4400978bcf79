-- Makes a playback the learner's credited one; the one before is superseded from now on.
--
-- KEYS  1 playback   2 seen   3 lesson (as in heartbeat.lua)
-- ARGV  1 playback id   2 since when time may be credited, in microseconds, or '' for now   3 now, or ''
--       4 bitmap as PostgreSQL knows it   5 its position
--
-- What Redis knows of the lesson is never less than what PostgreSQL knows, so the bitmaps are united.
-- Answers {resume position, covered}.

local now = tonumber(ARGV[3])
if not now then
    local time = redis.call('TIME')
    now = time[1] * 1000000 + time[2]
end
local since = math.min(tonumber(ARGV[2]) or now, now)
redis.call('DEL', KEYS[1])
redis.call('HSET', KEYS[1], 'id', ARGV[1], 'at', string.format('%.0f', since), 'spare', 0, 'sequence', 0, 'durable', 0)
if redis.call('EXISTS', KEYS[3]) == 0 then
    redis.call('SET', KEYS[2], ARGV[4])
    redis.call('HSET', KEYS[3], 'covered', redis.call('BITCOUNT', KEYS[2]), 'change', 0, 'position', ARGV[5])
end
redis.call('PERSIST', KEYS[2])
redis.call('PERSIST', KEYS[3])
local lesson = redis.call('HMGET', KEYS[3], 'position', 'covered')
return {tonumber(lesson[1]) or 0, tonumber(lesson[2])}
