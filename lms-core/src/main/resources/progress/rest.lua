-- Lets lessons of one shard go after a while in which nobody touches them. Whoever does, keeps them.
--
-- KEYS  1 dirty   2 resting (as in settled.lua)   and for each lesson: playback, seen, lesson, days (as in heartbeat.lua)
-- ARGV  1 seconds to keep a lesson   2 seconds to keep a completed one   3 seconds to keep a playback, and the days
--       and for each lesson: its name in both sets
--
-- A lesson that PostgreSQL does not know yet is left alone, however long that takes: settling puts it on the list again.

local call = redis.call
for i = 3, #KEYS, 4 do
    local playback, seen, lesson, days = KEYS[i], KEYS[i + 1], KEYS[i + 2], KEYS[i + 3]
    local name = ARGV[3 + (i + 1) / 4]
    if call('SISMEMBER', KEYS[1], name) == 0 then
        local kept = call('HGET', lesson, 'judged') and ARGV[2] or ARGV[1]
        call('HDEL', lesson, 'kept')
        call('HDEL', playback, 'kept')
        call('EXPIRE', seen, kept)
        call('EXPIRE', lesson, kept)
        call('EXPIRE', playback, ARGV[3])
        call('EXPIRE', days, ARGV[3])
    end
    call('ZREM', KEYS[2], name)
end
return {}
