-- Reads lessons of one shard that PostgreSQL does not know yet, each as of this one moment.
--
-- KEYS  for each lesson: seen, lesson, days (as in heartbeat.lua); at last: dirty
-- ARGV  for each lesson: name in the dirty set
-- Answers for each lesson its bitmap, its fields and the fields of the days, both as lines: name, value, name, value …;
-- three empty texts for one that is gone, which leaves the dirty set here, before it can come back.

local call, concat = redis.call, table.concat
local answer = {}
for i = 1, #KEYS - 1, 3 do
    local seen, lesson, days = '', concat(call('HGETALL', KEYS[i + 1]), '\n'), ''
    if lesson:find('playback', 1, true) then
        seen, days = call('GET', KEYS[i]) or '', concat(call('HGETALL', KEYS[i + 2]), '\n')
    else
        lesson = ''
        call('SREM', KEYS[#KEYS], ARGV[(i + 2) / 3])
    end
    answer[#answer + 1], answer[#answer + 2], answer[#answer + 3] = seen, lesson, days
end
return answer
