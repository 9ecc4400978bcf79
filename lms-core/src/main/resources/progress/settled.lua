-- Notes that PostgreSQL knows lessons of one shard, each as it was at a certain change.
--
-- KEYS  1 dirty   2 untold: sorted set of enrolments of which others have not heard the latest, by when they will
--       3 resting: sorted set of lessons by when they were settled last
--       and for each lesson: playback, lesson, days (as in heartbeat.lua)
-- ARGV  1 now   2 when what is not told yet will be
--       and for each lesson: change that is settled, playback it came from, its sequence, name in the dirty set,
--       enrolment, 1 if it is completed, number of fields that PostgreSQL knows now, these fields, number of days of which
--       the count is not needed any more, these days
--
-- A lesson that changed since stays dirty: the next settling is at most seconds away. Its heartbeats up to the settled
-- sequence are durable nevertheless, unless one of them was credited since (firm, as in heartbeat.lua).
-- Answers how many are settled.

local call = redis.call
call('SREM', KEYS[1], '') -- a script that has written is not refused for want of memory, of which settling makes some

local next = 3
local names, untold, resting = {}, {}, {}

-- Takes these fields away from a hash; Lua has room for some thousand values at once
local function drop(key, from, to)
    for first = from, to, 1000 do
        call('HDEL', key, unpack(ARGV, first, math.min(to, first + 999)))
    end
end

for i = 4, #KEYS, 3 do
    local lesson = KEYS[i + 1]
    local change, id, sequence, name, enrolment, completed, fields = unpack(ARGV, next, next + 6)
    local field = next + 7
    local olds = field + fields
    local old = olds + 1
    next = old + ARGV[olds]
    local known = call('HMGET', lesson, 'change', 'firm')
    local isAsRead = known[1] == change
    local now, firm, then_ = tonumber(known[1]), tonumber(known[2]), tonumber(change)
    if isAsRead or now and firm and firm <= then_ and then_ < now then
        local playback = call('HMGET', KEYS[i], 'id', 'durable')
        if playback[1] == id then
            call('HSET', KEYS[i], 'durable', string.format('%.0f', math.max(playback[2], sequence)))
        end
    end
    if isAsRead then
        names[#names + 1] = name
        untold[#untold + 1], untold[#untold + 2] = ARGV[2], enrolment
        resting[#resting + 1], resting[#resting + 2] = ARGV[1], name
        if completed == '1' then
            call('HSET', lesson, 'judged', 1)
        end
        drop(lesson, field, olds - 1)
        drop(KEYS[i + 2], old, next - 1)
    end
end
if #names > 0 then
    call('SREM', KEYS[1], unpack(names))
    call('ZADD', KEYS[2], 'NX', unpack(untold))
    call('ZADD', KEYS[3], unpack(resting))
end
return {#names}
