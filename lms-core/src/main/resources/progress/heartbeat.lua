-- Checks and applies one heartbeat, all or nothing. Time is in microseconds of this server's clock.
--
-- KEYS  1 playback: hash of the learner's one credited playback (id, at, spare, sequence, durable)
--       2 seen: bitmap of the lesson, bit n = second n
--       3 lesson: hash (covered, position, change, playback, sequence, at)
--       4 dirty: set of lessons that PostgreSQL does not know yet
-- ARGV  1 playback id   2 sequence   3 position   4 rate in thousandths   5 longest silence   6 most spare time
--       7 name in the dirty set   8 now, or '' for the clock   9… from, to, from, to … in whole seconds
--
-- Time earns credit: since the last heartbeat, but no more than the longest silence, times the rate. What a heartbeat
-- does not use is spare for the next, but only a little: a pause is not a stock of credit.
-- Answers {state, credited, refused, covered, durable}, state being 'ok', 'superseded' or 'unknown'.

local playback = redis.call('HMGET', KEYS[1], 'id', 'at', 'spare', 'sequence', 'durable')
if not playback[1] then
    return {'unknown', 0, 0, 0, 0}
end
if playback[1] ~= ARGV[1] then
    return {'superseded', 0, 0, 0, 0}
end
local lesson = redis.call('HMGET', KEYS[3], 'covered')
if not lesson[1] then
    return {'unknown', 0, 0, 0, 0}
end

local now = tonumber(ARGV[8])
if not now then
    local time = redis.call('TIME')
    now = time[1] * 1000000 + time[2]
end
local silence = math.max(0, math.min(now - playback[2], tonumber(ARGV[5])))
local allowance = playback[3] + math.floor(silence * ARGV[4] / 1000)

local credited, refused = 0, 0
for i = 9, #ARGV, 2 do
    for second = tonumber(ARGV[i]), tonumber(ARGV[i + 1]) - 1 do
        if redis.call('GETBIT', KEYS[2], second) == 0 then
            if allowance >= 1000000 then
                redis.call('SETBIT', KEYS[2], second, 1)
                allowance = allowance - 1000000
                credited = credited + 1
            else
                refused = refused + 1
            end
        end
    end
end

-- A heartbeat that is sent again may be credited what there was no time for before; that is not durable yet.
local durable = tonumber(playback[5])
if credited > 0 then
    durable = math.min(durable, tonumber(ARGV[2]) - 1)
end
local sequence = math.max(tonumber(playback[4]), tonumber(ARGV[2]))
local covered = lesson[1] + credited
redis.call('HSET', KEYS[1], 'at', string.format('%.0f', math.max(now, tonumber(playback[2]))),
    'spare', string.format('%.0f', math.min(allowance, tonumber(ARGV[6]))), 'sequence', sequence, 'durable', durable)
redis.call('HINCRBY', KEYS[3], 'change', 1)
redis.call('HSET', KEYS[3], 'covered', covered, 'playback', ARGV[1],
    'sequence', sequence, 'at', string.format('%.0f', now))
if tonumber(ARGV[2]) == sequence then
    redis.call('HSET', KEYS[3], 'position', ARGV[3])
end
redis.call('SADD', KEYS[4], ARGV[7])
redis.call('PERSIST', KEYS[1])
redis.call('PERSIST', KEYS[2])
redis.call('PERSIST', KEYS[3])
return {'ok', credited, refused, covered, durable}
