-- Reads lessons of one shard that PostgreSQL does not know yet, each as of this one moment.
--
-- KEYS  for each lesson: seen, lesson, days (as in heartbeat.lua); at last: dirty
-- ARGV  for each lesson: name in the dirty set
-- Answers for each lesson {bitmap, fields and values of the lesson, fields and values of the days}; an empty list for
-- one that is gone, which leaves the dirty set here, before it can come back.

local answer = {}
for i = 1, #KEYS - 1, 3 do
    local lesson = redis.call('HGETALL', KEYS[i + 1])
    local playback = redis.call('HGET', KEYS[i + 1], 'playback')
    if playback then
        answer[#answer + 1] = {redis.call('GET', KEYS[i]) or '', lesson, redis.call('HGETALL', KEYS[i + 2])}
    else
        redis.call('SREM', KEYS[#KEYS], ARGV[(i + 2) / 3])
        answer[#answer + 1] = {}
    end
end
return answer
