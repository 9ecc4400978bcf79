-- Makes a playback the learner's credited one; the one before is superseded from now on.
--
-- KEYS  1 playback   2 seen   3 lesson (as in heartbeat.lua)   4 a name for a moment
-- ARGV  1 playback id   2 since when time may be credited, in microseconds, or '' for now   3 now, or ''
--       4 bitmap as PostgreSQL knows it   5 its position
--
-- Redis may know more of the lesson than PostgreSQL (not settled yet) or less (restarted, failed over): both are united.
-- Answers {position, now in microseconds}.

local now = tonumber(ARGV[3])
if not now then
    local time = redis.call('TIME')
    now = time[1] * 1000000 + time[2]
end
local accounted = tonumber(redis.call('HGET', KEYS[3], 'at')) or 0 -- no time is credited twice
local since = math.min(math.max(tonumber(ARGV[2]) or now, accounted), now)
redis.call('DEL', KEYS[1])
redis.call('HSET', KEYS[1], 'id', ARGV[1], 'at', string.format('%.0f', since), 'spare', 0, 'sequence', 0, 'durable', 0)

redis.call('SET', KEYS[4], ARGV[4])
redis.call('BITOP', 'OR', KEYS[2], KEYS[2], KEYS[4])
redis.call('DEL', KEYS[4])
redis.call('HSETNX', KEYS[3], 'position', ARGV[5])
redis.call('HSETNX', KEYS[3], 'change', string.format('%.0f', now)) -- differs from any before a loss
redis.call('HSET', KEYS[3], 'covered', redis.call('BITCOUNT', KEYS[2]))
redis.call('PERSIST', KEYS[2])
redis.call('PERSIST', KEYS[3])
return {tonumber(redis.call('HGET', KEYS[3], 'position')), now}
