-- Notes that PostgreSQL knows lessons of one shard, each as it was at a certain change.
--
-- KEYS  1 dirty   2 untold: sorted set of enrolments of which others have not heard the latest, by when they will
--       and for each lesson: playback, seen, lesson, days (as in heartbeat.lua)
-- ARGV  1 now   2 when what is not told yet will be
--       and for each lesson: change that is settled, playback it came from, its sequence, name in the dirty set,
--       enrolment, 1 if others were told, 1 if it is
--       completed, seconds to keep a lesson that nobody touches any more, seconds to keep its
--       playback, day before which no count of seconds is needed
--
-- A lesson that changed since stays dirty, and its playback is told so: the next settling is at most a second away.
-- Answers how many are settled.

local KEYED, GIVEN = 4, 10
local count = 0
for i = 0, (#KEYS - 2) / KEYED - 1 do
    local playback, seen, lesson, days = unpack(KEYS, 3 + KEYED * i, 2 + KEYED * (i + 1))
    local change, id, sequence, name, enrolment, told, completed, kept, keptPlayback, day =
        unpack(ARGV, 3 + GIVEN * i, 2 + GIVEN * (i + 1))
    local held = redis.call('HMGET', lesson, 'change', 'open')
    if held[1] == change then
        count = count + 1
        redis.call('SREM', KEYS[1], name)
        if told == '1' then
            redis.call('HSET', lesson, 'told', ARGV[1])
            redis.call('ZREM', KEYS[2], enrolment)
        else
            redis.call('ZADD', KEYS[2], 'NX', ARGV[2], enrolment)
        end
        if completed == '1' then
            redis.call('HSET', lesson, 'judged', 1)
        end
        local gone = {}
        for _, field in ipairs(redis.call('HKEYS', lesson)) do
            local kind = field:sub(1, 2)
            if kind == 's:' and field ~= held[2] or kind == 'r:' and field:sub(3, 38) ~= id or kind == 'c:' then
                gone[#gone + 1] = field
            end
        end
        if #gone > 0 then
            redis.call('HDEL', lesson, unpack(gone))
        end
        redis.call('EXPIRE', seen, kept)
        redis.call('EXPIRE', lesson, kept)
        if redis.call('HGET', playback, 'id') == id then
            redis.call('HSET', playback, 'durable', sequence)
            redis.call('EXPIRE', playback, keptPlayback)
            for _, field in ipairs(redis.call('HKEYS', days)) do
                if field ~= 'known' and tonumber(field) < tonumber(day) then
                    redis.call('HDEL', days, field)
                end
            end
            redis.call('EXPIRE', days, keptPlayback)
        end
    end
end
return {count}
