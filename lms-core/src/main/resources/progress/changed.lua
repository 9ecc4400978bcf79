-- Reads a lesson that PostgreSQL does not know yet, as of one moment.
--
-- KEYS  1 seen   2 lesson (as in heartbeat.lua)
-- Answers {bitmap, change, playback, sequence, position, at}, or nothing when the lesson is gone.

local lesson = redis.call('HMGET', KEYS[2], 'change', 'playback', 'sequence', 'position', 'at')
if not lesson[1] or not lesson[2] then
    return {}
end
return {redis.call('GET', KEYS[1]) or '', lesson[1], lesson[2], lesson[3], lesson[4] or '0', lesson[5]}
