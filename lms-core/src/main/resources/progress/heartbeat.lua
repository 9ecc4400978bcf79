-- Checks and applies one heartbeat, all or nothing. Time is in microseconds of this server's clock.
--
-- KEYS  1 playback: hash of the learner's one credited playback: id, at (time up to there is accounted for), spare,
--         sequence, durable, played, ended; of presence checks: due, challenge, challengedAt, challengedBy, which outlive
--         the playback
--       2 seen: bitmap of the lesson, bit n = second n, as long as the lesson
--       3 lesson: hash: covered, watched (milliseconds), position, length, change, playback,
--         sequence, at; of the stretch that goes on: open,
--         openTo, openSince; and what PostgreSQL is to know: s:playback:from = to:since:until of a credited stretch,
--         r:playback:reason = since:until:heartbeats:most:from:to of refusals,
--         c:challenge = playback:issued:answered of presence checks
--       4 days: hash of seconds credited to the learner by day (days since 1970), and known = 1
--       5 dirty: set of lessons that PostgreSQL does not know yet
-- ARGV  1 playback id   2 sequence   3 position   4 milliseconds played so far in this playback, or -1   5 visible (0, 1)
--       6 now, or '' for the clock   7 name in the dirty set   8 length of the lesson in seconds
--       9 longest silence that earns   10 most spare time   11 silence that ends a playback   12 offset of the day's zone
--       13 rate in thousandths   14 in order (0, 1)   15 visible only (0, 1)   16 daily cap in seconds, or -1
--       17 seconds between presence checks, or 0   18 time to answer   19 id of the next challenge
--       20 chance, 0 to 999   21… from, to, from, to … in whole seconds, sorted and apart
--
-- Time earns credit: since the last heartbeat, but no more than the longest silence, times the rate. What a heartbeat
-- does not use is spare for the next, but only a little: a pause is not a stock of credit.
-- Answers {state, credited, covered, durable, watched, ended, challenge, time left to answer it, reason, seconds, …};
-- state is 'ok', 'superseded', 'ended' or 'unknown', and only 'ok' has changed anything.

local FIRST = 21
local STEP = 4 -- a player may miss this many seconds at a seam and is still in order

local playback = redis.call('HMGET', KEYS[1], 'id', 'at', 'spare', 'sequence', 'durable', 'played', 'ended',
    'due', 'challenge', 'challengedAt')
if not playback[1] then
    return {'unknown'}
end
if playback[1] ~= ARGV[1] then
    return {'superseded'}
end
if playback[7] then
    return {'ended'}
end
local lesson = redis.call('HMGET', KEYS[3], 'covered', 'watched', 'change', 'open', 'openTo', 'openSince')
local length = tonumber(ARGV[8])
if not lesson[1] or redis.call('STRLEN', KEYS[2]) * 8 < length or redis.call('HGET', KEYS[4], 'known') ~= '1' then
    return {'unknown'}
end

local function whole(number)
    return string.format('%.0f', number)
end

local now = tonumber(ARGV[6])
if not now then
    local time = redis.call('TIME')
    now = time[1] * 1000000 + time[2]
end
local accounted = tonumber(playback[2])
local silence = math.max(0, now - accounted)

local cap = tonumber(ARGV[16])
local day = whole(math.floor((now / 1000000 + ARGV[12]) / 86400))
local today = tonumber(redis.call('HGET', KEYS[4], day)) or 0
local left = cap < 0 and math.huge or math.max(0, cap - today)

local every, answerWithin = tonumber(ARGV[17]), tonumber(ARGV[18])
local challenge, challengedAt = playback[9], tonumber(playback[10])

local nothing -- why nothing at all is credited, and no time earned
if ARGV[15] == '1' and ARGV[5] == '0' then
    nothing = 'page-hidden'
elseif every > 0 and challenge and now > challengedAt + answerWithin then
    nothing = 'presence-unconfirmed'
end
local earned = nothing and 0 or math.floor(math.min(silence, tonumber(ARGV[9])) * ARGV[13] / 1000)
local allowance = playback[3] + earned

-- The bytes that the claims touch, and those just before, as numbers
local base, bytes, changedFrom, changedTo = 0, {}, nil, nil
if #ARGV > FIRST then
    base = math.floor(math.max(0, ARGV[FIRST] - STEP) / 8)
    local raw = redis.call('GETRANGE', KEYS[2], base, math.floor((ARGV[#ARGV] - 1) / 8))
    for i = 1, #raw, 4096 do
        for _, byte in ipairs({string.byte(raw, i, math.min(#raw, i + 4095))}) do
            bytes[#bytes + 1] = byte
        end
    end
end

local function isSeen(second)
    return bit.band(bytes[math.floor(second / 8) - base + 1], bit.rshift(128, second % 8)) ~= 0
end

local function see(second)
    local i = math.floor(second / 8) - base + 1
    bytes[i] = bit.bor(bytes[i], bit.rshift(128, second % 8))
    changedFrom = math.min(changedFrom or i, i)
    changedTo = math.max(changedTo or i, i)
end

local function follows(second)
    for before = math.max(0, second - STEP), second - 1 do
        if isSeen(before) then
            return true
        end
    end
    return second < STEP
end

local refusals, order = {}, {}
local function refuse(reason, second)
    local one = refusals[reason]
    if not one then
        one = {seconds = 0, from = second, to = second + 1}
        refusals[reason] = one
        order[#order + 1] = reason
    end
    one.seconds = one.seconds + 1
    one.from = math.min(one.from, second)
    one.to = math.max(one.to, second + 1)
end

local stretches = {}
local function credit(second)
    see(second)
    local last = stretches[#stretches]
    if last and last.to == second then
        last.to = second + 1
    else
        stretches[#stretches + 1] = {from = second, to = second + 1}
    end
end

local credited = 0
local inOrder = ARGV[14] == '1'
for i = FIRST, #ARGV, 2 do
    local second, to = tonumber(ARGV[i]), tonumber(ARGV[i + 1])
    while second < to do
        if second % 8 == 0 and second + 8 <= to and bytes[second / 8 - base + 1] == 255 then
            second = second + 8
        else
            if not isSeen(second) then
                if nothing then
                    refuse(nothing, second)
                elseif credited >= left then
                    refuse('daily-cap', second)
                elseif allowance < 1000000 then
                    refuse('not-enough-time', second)
                elseif inOrder and not follows(second) then
                    refuse('skipped', second)
                else
                    allowance = allowance - 1000000
                    credited = credited + 1
                    credit(second)
                end
            end
            second = second + 1
        end
    end
end

-- A heartbeat that is sent again may be credited what there was no time for before; that is not durable yet.
local sequence = math.max(tonumber(playback[4]), tonumber(ARGV[2]))
local durable = tonumber(playback[5])
if credited > 0 then
    durable = math.min(durable, tonumber(ARGV[2]) - 1)
end
local covered = lesson[1] + credited
local known = {'covered', covered, 'change', whole(lesson[3] + 1), 'playback', ARGV[1],
    'sequence', sequence, 'at', whole(math.max(now, accounted))}
local function note(field, value)
    known[#known + 1] = field
    known[#known + 1] = value
end
local beaten = {'at', whole(math.max(now, accounted)), 'spare', whole(math.min(allowance, tonumber(ARGV[10]))),
    'sequence', sequence, 'durable', durable}
local function keep(field, value)
    beaten[#beaten + 1] = field
    beaten[#beaten + 1] = value
end

-- Watched in all, repeated seconds too: as long as the player says, but no longer than time was earned.
local watched, played, fresh = tonumber(lesson[2]), tonumber(ARGV[4]), credited * 1000
if played > tonumber(playback[6]) then
    fresh = math.max(fresh, math.min(played - playback[6], earned / 1000))
    keep('played', ARGV[4])
end
watched = watched + math.floor(fresh)
note('watched', whole(watched))

if credited > 0 then
    local changed = {}
    for i = changedFrom, changedTo do
        changed[#changed + 1] = string.char(bytes[i])
    end
    redis.call('SETRANGE', KEYS[2], base + changedFrom - 1, table.concat(changed))
    redis.call('HINCRBY', KEYS[4], day, credited)

    local until_ = whole(math.max(now, accounted))
    local open, openTo, openSince = lesson[4], tonumber(lesson[5]), lesson[6]
    for _, stretch in ipairs(stretches) do
        if not (open and openTo == stretch.from) then
            open, openSince = 's:' .. ARGV[1] .. ':' .. stretch.from, playback[2]
        end
        openTo = stretch.to
        note(open, openTo .. ':' .. openSince .. ':' .. until_)
    end
    note('open', open)
    note('openTo', openTo)
    note('openSince', openSince)
end

for _, reason in ipairs(order) do
    local one, field = refusals[reason], 'r:' .. ARGV[1] .. ':' .. reason
    local since, beats, most = whole(now), 0, 0
    local before = redis.call('HGET', KEYS[3], field)
    if before then
        local _, from, to
        since, _, beats, most, from, to = before:match('(%d+):(%d+):(%d+):(%d+):(%d+):(%d+)')
        one.from, one.to = math.min(one.from, from), math.max(one.to, to)
    end
    note(field, table.concat({since, whole(now), beats + 1, math.max(one.seconds, most), one.from, one.to}, ':'))
end

if every > 0 then
    local due = (tonumber(playback[8]) or every * (500 + ARGV[20]) / 1000) - credited
    if due <= 0 and not challenge then
        challenge, challengedAt = ARGV[19], now
        due = every * (500 + ARGV[20]) / 1000
        keep('challenge', challenge)
        keep('challengedAt', whole(now))
        keep('challengedBy', ARGV[1])
        note('c:' .. challenge, ARGV[1] .. ':' .. whole(now) .. ':')
    end
    keep('due', whole(due))
end

local ended = silence > tonumber(ARGV[11]) and 1 or 0
if ended == 1 then
    keep('ended', 1)
end
if tonumber(ARGV[2]) == sequence then
    note('position', ARGV[3])
end
redis.call('HSET', KEYS[1], unpack(beaten))
redis.call('HSET', KEYS[3], unpack(known))
redis.call('SADD', KEYS[5], ARGV[7])
for i = 1, 4 do
    redis.call('PERSIST', KEYS[i])
end

local answer = {'ok', credited, covered, durable, watched, ended}
if every > 0 and challenge then
    answer[7], answer[8] = challenge, challengedAt + answerWithin - now
else
    answer[7], answer[8] = '', 0
end
for _, reason in ipairs(order) do
    answer[#answer + 1] = reason
    answer[#answer + 1] = refusals[reason].seconds
end
return answer
