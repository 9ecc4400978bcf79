-- Counts what is to be done in a shard.
--
-- KEYS  1 dirty   2 untold   3 resting (as in settled.lua)
-- ARGV  1 now   2 the moment since when a lesson rests if nothing was settled in it
-- Answers {lessons to settle, enrolments of which others are to hear now, lessons that rest}. Once it is time for one
-- enrolment, others hear of all of them: together they cost less.

local isTime = redis.call('ZCOUNT', KEYS[2], '-inf', ARGV[1]) > 0
return {
    redis.call('SCARD', KEYS[1]),
    isTime and redis.call('ZCARD', KEYS[2]) or 0,
    redis.call('ZCOUNT', KEYS[3], '-inf', ARGV[2])
}
