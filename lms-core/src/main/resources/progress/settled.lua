-- Notes that PostgreSQL knows a lesson as it was at a certain change.
--
-- KEYS  1 playback   2 seen   3 lesson   4 dirty (as in heartbeat.lua)
-- ARGV  1 change that is settled   2 playback it came from   3 its sequence   4 name in the dirty set
--       5 seconds to keep a lesson that nobody touches any more
--
-- A lesson that changed since stays dirty, and its playback is told so: the next settling is at most a second away.

if redis.call('HGET', KEYS[3], 'change') ~= ARGV[1] then
    return {0}
end
redis.call('SREM', KEYS[4], ARGV[4])
redis.call('EXPIRE', KEYS[2], ARGV[5])
redis.call('EXPIRE', KEYS[3], ARGV[5])
if redis.call('HGET', KEYS[1], 'id') == ARGV[2] then
    redis.call('HSET', KEYS[1], 'durable', ARGV[3])
    redis.call('EXPIRE', KEYS[1], ARGV[5])
end
return {1}
