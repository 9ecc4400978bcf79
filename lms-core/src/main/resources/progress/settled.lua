-- Notes that PostgreSQL knows lessons of one shard, each as it was at a certain change.
--
-- KEYS  1 dirty, and for each lesson: playback, seen, lesson, days (as in heartbeat.lua)
-- ARGV  for each lesson: change that is settled, playback it came from, its sequence, name in the dirty set,
--       seconds to keep a lesson that nobody touches any more, seconds to keep its playback, day before which no count
--       of seconds is needed
--
-- A lesson that changed since stays dirty, and its playback is told so: the next settling is at most a second away.
-- Answers how many are settled.

local count = 0
for i = 0, (#KEYS - 1) / 4 - 1 do
    local playback, seen, lesson, days = KEYS[2 + 4 * i], KEYS[3 + 4 * i], KEYS[4 + 4 * i], KEYS[5 + 4 * i]
    local change, id, sequence, name, kept, keptPlayback, day = unpack(ARGV, 1 + 7 * i, 7 + 7 * i)
    local held = redis.call('HMGET', lesson, 'change', 'open')
    if held[1] == change then
        count = count + 1
        redis.call('SREM', KEYS[1], name)
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
