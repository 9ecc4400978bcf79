-- Ends a playback, if it is the learner's credited one. What it credited stays, and stays to be settled.
--
-- KEYS  1 playback (as in heartbeat.lua)
-- ARGV  1 playback id

if redis.call('HGET', KEYS[1], 'id') == ARGV[1] then
    redis.call('HDEL', KEYS[1], 'id', 'kept')
    redis.call('EXPIRE', KEYS[1], 86400) -- an open presence check outlives the playback
    return {1}
end
return {0}
