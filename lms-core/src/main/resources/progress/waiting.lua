-- Counts what is to be done in a shard.
--
-- KEYS  1 dirty   2 untold   3 resting (as in settled.lua)
-- ARGV  1 now   2 the moment since when a lesson rests if nothing was settled in it
-- Answers {lessons to settle, enrolments of which others are to hear now, lessons that rest}.

return {
    redis.call('SCARD', KEYS[1]),
    redis.call('ZCOUNT', KEYS[2], '-inf', ARGV[1]),
    redis.call('ZCOUNT', KEYS[3], '-inf', ARGV[2])
}
