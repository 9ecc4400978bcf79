-- Reads how far a learner is in several lessons at once.
--
-- KEYS  lesson hashes (as in heartbeat.lua)
-- Answers {covered, position, watched} for each lesson in turn; -1, -1, -1 for one that Redis does not hold.

local answer = {}
for _, key in ipairs(KEYS) do
    local lesson = redis.call('HMGET', key, 'covered', 'position', 'watched')
    answer[#answer + 1] = tonumber(lesson[1]) or -1
    answer[#answer + 1] = tonumber(lesson[2]) or -1
    answer[#answer + 1] = tonumber(lesson[3]) or -1
end
return answer
