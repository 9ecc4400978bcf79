-- Takes the answer to a presence check. When it comes late, time from the deadline until now earns nothing: as much
-- time is accounted for, so that what had passed before the deadline goes on waiting for the next heartbeat.
--
-- KEYS  1 playback   2 lesson   3 dirty (as in heartbeat.lua)
-- ARGV  1 playback id   2 challenge   3 now, or ''   4 time to answer   5 name in the dirty set
-- Answers {state, 1 if it is late}; state is 'ok', 'superseded', 'ended', 'unknown' (the playback) or 'other' (the
-- challenge).

local playback = redis.call('HMGET', KEYS[1], 'id', 'at', 'spare', 'ended', 'challenge', 'challengedAt',
    'challengedBy')
if not playback[1] then
    return {'unknown', 0}
elseif playback[1] ~= ARGV[1] then
    return {'superseded', 0}
elseif playback[4] then
    return {'ended', 0}
elseif playback[5] ~= ARGV[2] then
    return {'other', 0}
end
local now = tonumber(ARGV[3])
if not now then
    local time = redis.call('TIME')
    now = time[1] * 1000000 + time[2]
end
local deadline, accounted = playback[6] + tonumber(ARGV[4]), tonumber(playback[2])
local late = now > deadline
accounted = string.format('%.0f', math.max(now - math.max(0, deadline - accounted), accounted))
redis.call('HDEL', KEYS[1], 'challenge', 'challengedAt', 'challengedBy')
if late then
    redis.call('HSET', KEYS[1], 'at', accounted)
end
local lesson = redis.call('HMGET', KEYS[2], 'change', 'playback')
if lesson[1] then
    redis.call('HSET', KEYS[2], 'c:' .. ARGV[2],
        (playback[7] or ARGV[1]) .. string.format(':%.0f:%.0f', math.min(playback[6], now), now))
    if late then
        redis.call('HSET', KEYS[2], 'at', accounted) -- nor does it when the playback is loaded again
    end
    redis.call('HINCRBY', KEYS[2], 'change', 1)
    if lesson[2] then -- without one nothing was watched yet: the first heartbeat takes this along
        redis.call('SADD', KEYS[3], ARGV[5])
        redis.call('PERSIST', KEYS[1])
        redis.call('PERSIST', KEYS[2])
    end
end
return {'ok', late and 1 or 0}
