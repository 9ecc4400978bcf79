-- Makes a playback the learner's credited one; the one before is superseded from now on.
--
-- KEYS  1 playback   2 seen   3 lesson   4 days (as in heartbeat.lua)   5 a name for a moment
-- ARGV  1 playback id   2 since when time may be credited, in microseconds, or '' for now   3 now, or ''
--       4 bitmap as PostgreSQL knows it   5 its position   6 its watched milliseconds   7 length of the lesson in seconds
--       8… day, seconds credited on that day, day, seconds … as PostgreSQL knows them
--
-- Redis may know more of the lesson than PostgreSQL (not settled yet) or less (restarted, failed over): both are united.
-- A bitmap that was lost alone is made again from the stretches that are not settled.
-- Answers {position, now in microseconds}.

local now = tonumber(ARGV[3])
if not now then
    local time = redis.call('TIME')
    now = time[1] * 1000000 + time[2]
end
local LEAP = 5000000 -- a clock that is behind by more was set back (as in heartbeat.lua)
local accounted = tonumber(redis.call('HGET', KEYS[3], 'at')) or 0 -- no time is credited twice
local since = math.max(tonumber(ARGV[2]) or now, accounted)
if since > now + LEAP then
    since = now
end
redis.call('HDEL', KEYS[1], 'ended', 'kept')
redis.call('HSET', KEYS[1], 'id', ARGV[1], 'at', string.format('%.0f', since), 'spare', 0, 'sequence', 0, 'durable', 0,
    'played', ARGV[2] == '' and 0 or -1) -- how long it had played when it was lost, nobody knows

local isSettled = redis.call('TTL', KEYS[3]) ~= -1
if redis.call('EXISTS', KEYS[2]) == 0 then
    local fields = redis.call('HGETALL', KEYS[3])
    for i = 1, #fields, 2 do
        local from = fields[i]:match('^s:.*:(%d+)$')
        if from then
            for second = tonumber(from), fields[i + 1]:match('^%d+') - 1 do
                redis.call('SETBIT', KEYS[2], second, 1)
            end
        end
    end
end

local length = tonumber(ARGV[7])
redis.call('SET', KEYS[5], ARGV[4])
redis.call('BITOP', 'OR', KEYS[2], KEYS[2], KEYS[5])
redis.call('DEL', KEYS[5])
if redis.call('STRLEN', KEYS[2]) * 8 < length then
    redis.call('SETBIT', KEYS[2], length - 1, redis.call('GETBIT', KEYS[2], length - 1))
end

redis.call('HSETNX', KEYS[3], 'position', ARGV[5])
redis.call('HSETNX', KEYS[3], 'change', string.format('%.0f', now)) -- differs from any before a loss
redis.call('HDEL', KEYS[3], 'open', 'openTo', 'openSince')
local watched = math.max(tonumber(redis.call('HGET', KEYS[3], 'watched')) or 0, tonumber(ARGV[6]))
redis.call('HSET', KEYS[3], 'covered', redis.call('BITCOUNT', KEYS[2]), 'watched', string.format('%.0f', watched),
    'length', length)

for i = 8, #ARGV, 2 do
    local held = tonumber(redis.call('HGET', KEYS[4], ARGV[i])) or 0
    redis.call('HSET', KEYS[4], ARGV[i], math.max(held, tonumber(ARGV[i + 1])))
end
redis.call('HSET', KEYS[4], 'known', 1)

-- A learner may never come back to what was opened; the first heartbeat keeps it until it is settled.
if isSettled then
    redis.call('HDEL', KEYS[3], 'kept')
    redis.call('EXPIRE', KEYS[2], 1800)
    redis.call('EXPIRE', KEYS[3], 1800)
end
redis.call('EXPIRE', KEYS[1], 86400)
redis.call('EXPIRE', KEYS[4], 86400)
return {tonumber(redis.call('HGET', KEYS[3], 'position')), now}
