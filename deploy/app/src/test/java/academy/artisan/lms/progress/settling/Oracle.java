package academy.artisan.lms.progress.settling;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import academy.artisan.lms.progress.PlaybackId;
import academy.artisan.lms.progress.PlaybackToken;
import academy.artisan.lms.progress.inflight.Challenge;
import academy.artisan.lms.progress.inflight.CreditRules;
import academy.artisan.lms.progress.inflight.Heartbeat;
import academy.artisan.lms.progress.inflight.InFlight.Outcome;
import academy.artisan.lms.progress.inflight.InFlight.Presence;
import academy.artisan.lms.progress.inflight.Refusal;
import org.jspecify.annotations.Nullable;

/** What one learner is owed by the rules: slow, plain, and worked out second by second. Times are microseconds. */
final class Oracle {

    static final long SECOND = 1_000_000;
    static final long LONGEST_SILENCE = 300 * SECOND;
    static final long MOST_SPARE = 10 * SECOND;
    static final long SILENCE_THAT_ENDS = 3600 * SECOND;
    static final long LEAP = 5 * SECOND;
    private static final long ZONE = 8 * 3600 * SECOND;
    private static final int STEP = 4;

    /** A lesson as it is at one moment. */
    static final class Lesson {
        boolean held;
        boolean seenHeld;
        boolean dirty;
        final BitSet seen = new BitSet();
        long watched;
        int position;
        long accounted;

        @Nullable PlaybackId playback;

        long sequence;
        long version;

        void lose() {
            held = false;
            seenHeld = false;
            dirty = false;
            seen.clear();
            watched = 0;
            position = 0;
            accounted = 0;
            playback = null;
            sequence = 0;
        }
    }

    /** A lesson as PostgreSQL knows it. */
    static final class Durable {
        final BitSet seen = new BitSet();
        long watched;
        int position;
        long changedAt = Long.MIN_VALUE;
    }

    /** What was read of a lesson to be settled. */
    record Snapshot(
            int lesson,
            long version,
            PlaybackId playback,
            long sequence,
            int position,
            long watched,
            long at,
            BitSet seen,
            Map<LocalDate, Integer> days) {}

    /** Seconds that a heartbeat was credited. */
    record Credit(PlaybackId playback, long sequence, int lesson, LocalDate day, BitSet seconds) {}

    final Lesson[] lessons = {new Lesson(), new Lesson()};
    final Durable[] durable = {new Durable(), new Durable()};
    final Map<LocalDate, Integer> durableDays = new TreeMap<>();
    final List<Credit> credits = new ArrayList<>();
    final Map<LocalDate, Integer> creditedByDay = new TreeMap<>();

    private final Map<LocalDate, Integer> days = new TreeMap<>();
    private boolean daysHeld;
    private long versions;

    @Nullable PlaybackId newest;

    private long at;
    private long spare;
    private long sequence;
    private long durableSequence;
    private @Nullable Long played;
    private boolean ended;
    private @Nullable String challenge;
    private long challengedAt;
    private @Nullable Long due;

    long accounted() {
        return at;
    }

    @Nullable String challenge() {
        return challenge;
    }

    long challengedAt() {
        return challengedAt;
    }

    Map<LocalDate, Integer> days() {
        return days;
    }

    /** @param since from when on time counts; null for now */
    int open(PlaybackId playback, int which, @Nullable Long since, long now) {
        var lesson = lessons[which];
        var known = durable[which];
        newest = playback;
        at = Math.max(since == null ? now : since, lesson.accounted);
        if (at > now + LEAP) {
            at = now;
        }
        spare = 0;
        sequence = 0;
        durableSequence = 0;
        played = since == null ? 0L : null;
        ended = false;
        if (!lesson.held) {
            lesson.position = known.position;
            lesson.version = ++versions;
        }
        lesson.held = true;
        lesson.seenHeld = true;
        lesson.seen.or(known.seen);
        lesson.watched = Math.max(lesson.watched, known.watched);
        durableDays.forEach((day, seconds) -> days.merge(day, seconds, Math::max));
        daysHeld = true;
        return lesson.position;
    }

    Outcome beat(PlaybackToken token, int which, Heartbeat beat, long now, int chance, String nextChallenge) {
        var lesson = lessons[which];
        if (newest == null) {
            return new Outcome.Unknown();
        } else if (!newest.equals(token.playbackId())) {
            return new Outcome.Superseded();
        } else if (ended) {
            return new Outcome.Ended();
        } else if (!lesson.held || !lesson.seenHeld || !daysHeld) {
            return new Outcome.Unknown();
        }
        var policy = token.policy();
        var checks = policy.presence();
        setBack(now);
        var silence = Math.max(0, now - at);
        var answerWithin = checks == null ? 0 : checks.answerWithin().toNanos() / 1000;
        var isOverdue = checks != null && isOverdue(now, answerWithin);
        var untilThen = isOverdue ? Math.max(0, challengedAt + answerWithin - at) : silence;
        var nothing = policy.visibleOnly() && !beat.visible()
                ? "page-hidden"
                : isOverdue && untilThen == 0 ? "presence-unconfirmed" : null;
        var earned =
                nothing != null ? 0 : Math.min(untilThen, LONGEST_SILENCE) * Math.round(policy.maxRate() * 1000) / 1000;
        var allowance = spare + earned;
        var day = dayOf(now);
        var refused = new LinkedHashMap<String, Integer>();
        var credited = new BitSet();
        for (var range : beat.claims().ranges()) {
            for (var second = range.from(); second < range.to(); second++) {
                if (lesson.seen.get(second)) {
                    continue;
                }
                var cap = policy.dailyCap();
                var reason = nothing != null
                        ? nothing
                        : cap != null && days.getOrDefault(day, 0) >= cap.toSeconds()
                                ? "daily-cap"
                                : allowance < SECOND
                                        ? isOverdue ? "presence-unconfirmed" : "not-enough-time"
                                        : policy.inOrder() && !follows(lesson.seen, second) ? "skipped" : null;
                if (reason != null) {
                    refused.merge(reason, 1, Integer::sum);
                } else {
                    lesson.seen.set(second);
                    credited.set(second);
                    allowance -= SECOND;
                    days.merge(day, 1, Integer::sum);
                }
            }
        }
        var count = credited.cardinality();
        if (count > 0) {
            credits.add(new Credit(token.playbackId(), beat.sequence(), which, day, credited));
            creditedByDay.merge(day, count, Integer::sum);
            durableSequence = Math.min(durableSequence, beat.sequence() - 1);
        }
        spare = Math.min(allowance, MOST_SPARE);
        at = Math.max(at, now);
        sequence = Math.max(sequence, beat.sequence());
        lesson.watched += newlyWatched(beat.playedMillis(), count * 1000L, earned / 1000);
        lesson.watched = Math.max(lesson.watched, lesson.seen.cardinality() * 1000L);
        lesson.accounted = at;
        lesson.playback = token.playbackId();
        lesson.sequence = sequence;
        if (beat.sequence() == sequence) {
            lesson.position = beat.position();
        }
        lesson.version = ++versions;
        lesson.dirty = true;
        ended = silence > SILENCE_THAT_ENDS;
        Challenge open = null;
        if (checks != null) {
            var next = checks.every().toSeconds() * (500 + chance) / 1000;
            due = (due == null ? next : due) - count;
            if (due <= 0 && challenge == null) {
                challenge = nextChallenge;
                challengedAt = now;
                due = next;
            }
            if (challenge != null) {
                var left = challengedAt + checks.answerWithin().toNanos() / 1000 - now;
                open = new Challenge(challenge, CreditRules.duration(left));
            }
        }
        return new Outcome.Taken(
                count,
                lesson.seen.cardinality(),
                durableSequence,
                (int) (lesson.watched / 1000),
                ended,
                open,
                refused.entrySet().stream()
                        .map(one -> new Refusal(one.getKey(), one.getValue()))
                        .toList());
    }

    /** A clock far behind what is accounted for was set back, and nothing is waited for that it said before. */
    private void setBack(long now) {
        if (at > now + LEAP) {
            at = now;
        }
        if (challenge != null && challengedAt > now + LEAP) {
            challengedAt = now;
        }
    }

    private long newlyWatched(long said, long credited, long earned) {
        if (said < 0) {
            played = played == null ? null : played + credited;
            return credited;
        }
        var fresh = played == null ? 0 : Math.clamp(said - played, 0, earned);
        played = played == null ? said : Math.max(played, said);
        return fresh;
    }

    private boolean isOverdue(long now, long answerWithin) {
        return challenge != null && now > challengedAt + answerWithin;
    }

    private static boolean follows(BitSet seen, int second) {
        var before = seen.previousSetBit(Math.max(0, second - 1));
        return second < STEP || before >= second - STEP;
    }

    static LocalDate dayOf(long now) {
        return LocalDate.ofEpochDay(Math.floorDiv(now + ZONE, 86400 * SECOND));
    }

    Presence confirm(PlaybackToken token, int which, String answered, long now) {
        var lesson = lessons[which];
        var checks = token.policy().presence();
        if (newest == null) {
            return Presence.UNKNOWN;
        } else if (!newest.equals(token.playbackId())) {
            return Presence.SUPERSEDED;
        } else if (ended) {
            return Presence.ENDED;
        } else if (!answered.equals(challenge)) {
            return Presence.OTHER_CHALLENGE;
        }
        var answerWithin = checks == null ? 0 : checks.answerWithin().toNanos() / 1000;
        var late = isOverdue(now, answerWithin);
        challenge = null;
        if (late) {
            var notYetCounted = Math.max(0, challengedAt + answerWithin - at);
            at = Math.max(at, now - notYetCounted);
        }
        if (lesson.held) {
            lesson.dirty |= lesson.playback != null;
            lesson.version = ++versions;
            if (late) {
                lesson.accounted = at;
            }
        }
        return late ? Presence.LATE : Presence.IN_TIME;
    }

    void close(PlaybackId playback) {
        if (playback.equals(newest)) {
            newest = null;
        }
    }

    @Nullable Snapshot read(int which) {
        var lesson = lessons[which];
        if (lesson.playback == null) {
            return null;
        }
        return new Snapshot(
                which,
                lesson.version,
                lesson.playback,
                lesson.sequence,
                lesson.position,
                lesson.watched,
                lesson.accounted,
                (BitSet) lesson.seen.clone(),
                new HashMap<>(days));
    }

    void write(Snapshot snapshot) {
        var known = durable[snapshot.lesson()];
        known.seen.or(snapshot.seen());
        known.watched = Math.max(known.watched, snapshot.watched());
        if (snapshot.at() >= known.changedAt) {
            known.position = snapshot.position();
            known.changedAt = snapshot.at();
        }
        snapshot.days().forEach((day, seconds) -> durableDays.merge(day, seconds, Math::max));
    }

    boolean settle(Snapshot snapshot) {
        var lesson = lessons[snapshot.lesson()];
        if (!lesson.held || lesson.version != snapshot.version()) {
            return false;
        }
        lesson.dirty = false;
        if (snapshot.playback().equals(newest)) {
            durableSequence = snapshot.sequence();
        }
        var first = dayOf(snapshot.at()).minusDays(1);
        days.keySet().removeIf(day -> day.isBefore(first) && snapshot.days().containsKey(day));
        return true;
    }

    /** Redis has nothing of this learner any more. */
    void loseAll() {
        newest = null;
        ended = false;
        challenge = null;
        due = null;
        days.clear();
        daysHeld = false;
        for (var lesson : lessons) {
            lesson.lose();
        }
    }

    void loseSeen(int which) {
        lessons[which].seenHeld = false;
    }

    /** What Redis and PostgreSQL know together. */
    BitSet known(int which) {
        var all = (BitSet) durable[which].seen.clone();
        all.or(lessons[which].seen);
        return all;
    }

    /** Forgets what was credited and lost before it was durable. */
    void forgetLost() {
        credits.forEach(credit -> credit.seconds().and(known(credit.lesson())));
    }

    /** Whether all is durable that is said to be. */
    boolean isDurable(PlaybackId playback, long through) {
        return credits.stream()
                .filter(credit -> Objects.equals(credit.playback(), playback) && credit.sequence() <= through)
                .allMatch(credit -> contains(durable[credit.lesson()].seen, credit.seconds()));
    }

    static boolean contains(BitSet all, BitSet some) {
        var missing = (BitSet) some.clone();
        missing.andNot(all);
        return missing.isEmpty();
    }
}
