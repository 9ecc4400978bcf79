-- Checks and applies one heartbeat, all or nothing. Time is in microseconds of this server's clock.
--
-- KEYS  1 playback: hash of the learner's one credited playback: id, at (time up to there is accounted for), spare,
--         sequence, durable, played (what the player said of it last, -1 if that is lost), ended, kept; of presence
--         checks: due, challenge, challengedAt, challengedBy, which outlive the playback
--       2 seen: bitmap of the lesson, bit n = second n, as long as the lesson
--       3 lesson: hash: covered, watched (milliseconds), position, length, change, playback,
--         sequence, at, kept; firm: the first change of which a settling says, also if more came since, that
--         heartbeats up to its sequence are durable, as none of these was credited anew; of the stretch that goes on: open,
--         openTo, openSince; and what PostgreSQL is to know: s:playback:from = to:since:until of a credited stretch,
--         r:playback:reason = since:until:heartbeats:most:from:to of refusals,
--         c:challenge = playback:issued:answered of presence checks
--       4 days: hash of seconds credited to the learner by day (days since 1970), and known = 1
--       5 dirty: set of lessons that PostgreSQL does not know yet
--       kept is 1 while none of them may go away by itself: of 1 and 4 in the playback, of 2 and 3 in the lesson
-- ARGV  1 playback id   2 sequence   3 position   4 milliseconds played so far in this playback, or -1   5 visible (0, 1)
--       6 now, or '' for the clock   7 name in the dirty set   8 length of the lesson in seconds
--       9 longest silence that earns   10 most spare time   11 silence that ends a playback   12 offset of the day's zone
--       13 rate in thousandths   14 in order (0, 1)   15 visible only (0, 1)   16 daily cap in seconds, or -1
--       17 seconds between presence checks, or 0   18 time to answer   19 id of the next challenge
--       20 chance, 0 to 999   21… from, to, from, to … in whole seconds, sorted and apart
--
-- Time earns credit: since the last heartbeat, but no more than the longest silence, times the rate. What a heartbeat
-- does not use is spare for the next, but only a little: a pause is not a stock of credit. A clock that steps back a
-- little earns nothing until it catches up; one that was set back counts from there, and this heartbeat earns nothing.
-- It is written for speed: few calls, since each costs more than what it does, and no table or function that the usual
-- heartbeat does not need. Numbers are handed to calls as they are, which writes all of their digits.
-- Answers {state, credited, covered, durable, watched, ended, challenge, time left to answer it, reason, seconds, …};
-- state is 'ok', 'superseded', 'ended' or 'unknown', and only 'ok' has changed anything.

local FIRST = 21
local STEP = 4 -- a player may miss this many seconds at a seam and is still in order
local LEAP = 5000000 -- a clock that is behind by more was set back (as in open.lua)

local call, floor, min, max = redis.call, math.floor, math.min, math.max
local band, bor, rshift = bit.band, bit.bor, bit.rshift

local playback = call('HMGET', KEYS[1], 'id', 'at', 'spare', 'sequence', 'durable', 'played', 'ended',
    'due', 'challenge', 'challengedAt', 'kept')
if not playback[1] then
    return {'unknown'}
end
if playback[1] ~= ARGV[1] then
    return {'superseded'}
end
if playback[7] then
    return {'ended'}
end

local now = tonumber(ARGV[6])
if not now then
    local time = call('TIME')
    now = time[1] * 1000000 + time[2]
end
local day = floor((now / 1000000 + ARGV[12]) / 86400)
local days = call('HMGET', KEYS[4], 'known', day)
local lesson = call('HMGET', KEYS[3], 'covered', 'watched', 'change', 'open', 'openTo', 'openSince',
    'position', 'kept', 'playback')
if not days[1] or not lesson[1] then
    return {'unknown'}
end

-- The bytes that the claims touch, and those just before, as numbers
local base, bytes, changedFrom, changedTo = 0, nil, nil, nil
if #ARGV > FIRST then
    base = floor(max(0, ARGV[FIRST] - STEP) / 8)
    local last = floor((ARGV[#ARGV] - 1) / 8)
    local raw = call('GETRANGE', KEYS[2], base, last)
    if #raw <= last - base then
        return {'unknown'}
    end
    bytes = {raw:byte(1, min(#raw, 4096))}
    for i = 4097, #raw do
        bytes[i] = raw:byte(i)
    end
elseif call('EXISTS', KEYS[2]) == 0 then
    return {'unknown'}
end

local accounted, since = tonumber(playback[2]), playback[2]
local open, openTo, openSince = lesson[4], tonumber(lesson[5]), lesson[6]
if accounted > now + LEAP then
    accounted, since, open = now, string.format('%.0f', now), nil
    call('HDEL', KEYS[3], 'open', 'openTo', 'openSince') -- a stretch does not end before it begins
end
local silence = max(0, now - accounted)
local cap = tonumber(ARGV[16])
local left = cap < 0 and math.huge or max(0, cap - (days[2] or 0))

local every, answerWithin = tonumber(ARGV[17]), tonumber(ARGV[18])
local challenge, challengedAt = playback[9], tonumber(playback[10])

if challenge and challengedAt > now + LEAP then
    challengedAt = now
    call('HSET', KEYS[1], 'challengedAt', now)
end

local counted, short = silence, 'not-enough-time' -- the time that counts, and why there is no more
local nothing -- why nothing at all is credited, and no time earned
if ARGV[15] == '1' and ARGV[5] == '0' then
    nothing = 'page-hidden'
elseif every > 0 and challenge and now > challengedAt + answerWithin then
    short = 'presence-unconfirmed'
    counted = challengedAt + answerWithin - accounted
    if counted <= 0 then
        nothing = short
    end
end
local earned = nothing and 0 or floor(min(counted, tonumber(ARGV[9])) * ARGV[13] / 1000)
local allowance = playback[3] + earned

-- In order is what has one of the seconds just before it, and the very beginning
local function follows(second)
    for before = max(0, second - STEP), second - 1 do
        if band(bytes[floor(before / 8) - base + 1], rshift(128, before % 8)) ~= 0 then
            return true
        end
    end
    return second < STEP
end

local refusals, order
local function refuse(reason, second)
    refusals, order = refusals or {}, order or {}
    local one = refusals[reason]
    if one then
        one.seconds, one.to = one.seconds + 1, second + 1
    else
        refusals[reason] = {seconds = 1, from = second, to = second + 1}
        order[#order + 1] = reason
    end
end

local stretches -- from, to, from, to … of what is credited
local credited = 0
local inOrder = ARGV[14] == '1'
for i = FIRST, #ARGV, 2 do
    local second, to = tonumber(ARGV[i]), tonumber(ARGV[i + 1])
    while second < to do
        local at = floor(second / 8) - base + 1
        local byte = bytes[at]
        if byte == 255 then
            second = second - second % 8 + 8
        else
            local mask = rshift(128, second % 8)
            if band(byte, mask) == 0 then
                if nothing then
                    refuse(nothing, second)
                elseif credited >= left then
                    refuse('daily-cap', second)
                elseif allowance < 1000000 then
                    refuse(short, second)
                elseif inOrder and not follows(second) then
                    refuse('skipped', second)
                else
                    allowance = allowance - 1000000
                    credited = credited + 1
                    bytes[at] = bor(byte, mask)
                    changedFrom, changedTo = changedFrom or at, at
                    if not stretches then
                        stretches = {second, second + 1}
                    elseif stretches[#stretches] == second then
                        stretches[#stretches] = second + 1
                    else
                        stretches[#stretches + 1] = second
                        stretches[#stretches + 1] = second + 1
                    end
                end
            end
            second = second + 1
        end
    end
end

-- A heartbeat that is sent again may be credited what there was no time for before; that is not durable yet.
local sequence = max(tonumber(playback[4]), tonumber(ARGV[2]))
local durable = tonumber(playback[5])
if credited > 0 and durable >= tonumber(ARGV[2]) then
    durable = ARGV[2] - 1
    call('HSET', KEYS[1], 'durable', durable)
end
if playback[4] == '0' or credited > 0 and tonumber(ARGV[2]) <= tonumber(playback[4]) then
    call('HSET', KEYS[3], 'firm', lesson[3] + 1)
end
local covered = lesson[1] + credited
local at = max(now, accounted)
local position = tonumber(ARGV[2]) == sequence and ARGV[3] or lesson[7] or 0

-- Watched in all, repeated seconds too: as long as the player says it played since it said so last, but no longer than
-- time was earned; what is credited if it does not say; and never less than what is covered.
local watched, played, said = tonumber(lesson[2]), tonumber(playback[6]), tonumber(ARGV[4])
if said < 0 then
    watched = watched + credited * 1000
    played = played < 0 and played or played + credited * 1000
elseif said > played then
    watched = watched + (played < 0 and 0 or floor(min(said - played, earned / 1000)))
    played = said
end
watched = max(watched, covered * 1000)
call('HSET', KEYS[1], 'at', at, 'spare', min(allowance, tonumber(ARGV[10])), 'sequence', sequence, 'played', played)

if credited > 0 then
    if changedFrom == changedTo then
        call('SETRANGE', KEYS[2], base + changedFrom - 1, string.char(bytes[changedFrom]))
    else
        local changed = {}
        for i = changedFrom, changedTo do
            changed[#changed + 1] = string.char(bytes[i])
        end
        call('SETRANGE', KEYS[2], base + changedFrom - 1, table.concat(changed))
    end
    call('HINCRBY', KEYS[4], day, credited)

    local until_ = string.format(':%.0f', at)
    local goesOn = lesson[9] == ARGV[1]
    for i = 1, #stretches, 2 do
        if not open or openTo ~= stretches[i] then
            open, openSince, goesOn = 's:' .. ARGV[1] .. ':' .. stretches[i], since, false
        end
        openTo = stretches[i + 1]
        if i < #stretches - 1 then
            call('HSET', KEYS[3], open, openTo .. ':' .. openSince .. until_)
        end
    end
    if goesOn then
        call('HSET', KEYS[3], 'covered', covered, 'watched', watched, 'change', lesson[3] + 1, 'sequence', sequence,
            'at', at, 'position', position, 'openTo', openTo, open, openTo .. ':' .. openSince .. until_)
    else
        call('HSET', KEYS[3], 'covered', covered, 'watched', watched, 'change', lesson[3] + 1, 'playback', ARGV[1],
            'sequence', sequence, 'at', at, 'position', position, 'open', open, 'openTo', openTo,
            'openSince', openSince, open, openTo .. ':' .. openSince .. until_)
    end
else
    call('HSET', KEYS[3], 'covered', covered, 'watched', watched, 'change', lesson[3] + 1, 'playback', ARGV[1],
        'sequence', sequence, 'at', at, 'position', position)
end

if refusals then
    local moment = string.format('%.0f', now)
    for _, reason in ipairs(order) do
        local one, field = refusals[reason], 'r:' .. ARGV[1] .. ':' .. reason
        local since, beats, most = moment, 0, 0
        local before = call('HGET', KEYS[3], field)
        if before then
            local _, from, to
            since, _, beats, most, from, to = before:match('(%d+):(%d+):(%d+):(%d+):(%d+):(%d+)')
            one.from, one.to = min(one.from, from), max(one.to, to)
        end
        call('HSET', KEYS[3], field,
            table.concat({since, moment, beats + 1, max(one.seconds, most), one.from, one.to}, ':'))
    end
end

if every > 0 then
    local due = (tonumber(playback[8]) or every * (500 + ARGV[20]) / 1000) - credited
    if due <= 0 and not challenge then
        challenge, challengedAt = ARGV[19], now
        due = every * (500 + ARGV[20]) / 1000
        call('HSET', KEYS[1], 'challenge', challenge, 'challengedAt', now, 'challengedBy', ARGV[1])
        call('HSET', KEYS[3], 'c:' .. challenge, ARGV[1] .. string.format(':%.0f:', now))
    end
    call('HSET', KEYS[1], 'due', floor(due))
end

local ended = 0
if silence > tonumber(ARGV[11]) then
    ended = 1
    call('HSET', KEYS[1], 'ended', 1)
end
call('SADD', KEYS[5], ARGV[7])
if not playback[11] then
    call('PERSIST', KEYS[1])
    call('PERSIST', KEYS[4])
    call('HSET', KEYS[1], 'kept', 1)
end
if not lesson[8] then
    call('PERSIST', KEYS[2])
    call('PERSIST', KEYS[3])
    call('HSET', KEYS[3], 'kept', 1)
end

local answer = {'ok', credited, covered, durable, watched, ended, '', 0}
if every > 0 and challenge then
    answer[7], answer[8] = challenge, challengedAt + answerWithin - now
end
if refusals then
    for _, reason in ipairs(order) do
        answer[#answer + 1] = reason
        answer[#answer + 1] = refusals[reason].seconds
    end
end
return answer
