-- Notes that PostgreSQL knows lessons of one shard, each as it was at a certain change.
--
-- KEYS  1 dirty   2 untold: sorted set of enrolments of which others have not heard the latest, by when they will
--       and for each lesson: playback, seen, lesson, days (as in heartbeat.lua)
-- ARGV  1 now   2 when what is not told yet will be
--       and for each lesson: change that is settled, playback it came from, its sequence, name in the dirty set,
--       enrolment, 1 if others were told, 1 if it is completed, seconds to keep a lesson that nobody touches any more,
--       seconds to keep its playback, number of fields that PostgreSQL knows now, these fields, number of days of which
--       the count is not needed any more, these days
--
-- A lesson that changed since stays dirty: the next settling is at most seconds away.
-- Answers how many are settled.

local call = redis.call
local count, next = 0, 3

-- Takes these fields away from a hash; Lua has room for some thousand values at once
local function drop(key, from, to)
    for first = from, to, 1000 do
        call('HDEL', key, unpack(ARGV, first, math.min(to, first + 999)))
    end
end

for i = 3, #KEYS, 4 do
    local playback, seen, lesson, days = KEYS[i], KEYS[i + 1], KEYS[i + 2], KEYS[i + 3]
    local change, id, sequence, name, enrolment, told, completed, kept, keptPlayback, fields =
        unpack(ARGV, next, next + 9)
    local field = next + 10
    local olds = field + fields
    local old = olds + 1
    next = old + ARGV[olds]
    if call('HGET', lesson, 'change') == change then
        count = count + 1
        call('SREM', KEYS[1], name)
        if told == '1' then
            call('HSET', lesson, 'told', ARGV[1])
            call('ZREM', KEYS[2], enrolment)
        else
            call('ZADD', KEYS[2], 'NX', ARGV[2], enrolment)
        end
        if completed == '1' then
            call('HSET', lesson, 'judged', 1)
        end
        drop(lesson, field, olds - 1)
        call('EXPIRE', seen, kept)
        call('EXPIRE', lesson, kept)
        if call('HGET', playback, 'id') == id then
            call('HSET', playback, 'durable', sequence)
            call('EXPIRE', playback, keptPlayback)
        end
        drop(days, old, next - 1)
        call('EXPIRE', days, keptPlayback)
    end
end
return {count}
