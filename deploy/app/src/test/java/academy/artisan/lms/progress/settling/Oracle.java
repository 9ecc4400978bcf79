package academy.artisan.lms.progress.settling;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;

import academy.artisan.lms.progress.Coverage;
import academy.artisan.lms.progress.PlaybackId;
import academy.artisan.lms.progress.PlaybackToken;
import academy.artisan.lms.progress.inflight.Heartbeat;
import academy.artisan.lms.progress.inflight.InFlight.Outcome;
import academy.artisan.lms.progress.inflight.InFlight.Presence;
import academy.artisan.lms.progress.inflight.Refusal;
import academy.artisan.lms.progress.policy.WatchPolicy;
import academy.artisan.lms.progress.settling.Remembered.Credit;
import academy.artisan.lms.progress.settling.Remembered.Lesson;
import academy.artisan.lms.progress.settling.Remembered.Snapshot;
import org.jspecify.annotations.Nullable;

import static academy.artisan.lms.progress.settling.Remembered.dayOf;

/** What one learner is owed by the rules: slow, plain, and worked out second by second. Times are microseconds. */
final class Oracle {

    static final long SECOND = 1_000_000;
    static final long LONGEST_SILENCE = 300 * SECOND;
    static final long MOST_SPARE = 10 * SECOND;
    static final long SILENCE_THAT_ENDS = 3600 * SECOND;
    static final long LEAP = 5 * SECOND;
    static final long ZONE = 8 * 3600 * SECOND;
    private static final int STEP = 4;

    final Remembered remembered = new Remembered();
    final OraclePresence presence = new OraclePresence();
    private @Nullable PlaybackId newest;
    private long at;
    private long spare;
    private long sequence;
    private long durableSequence;
    private @Nullable Long played;
    private boolean ended;

    long accounted() {
        return at;
    }

    /** @param since from when on time counts; null for now */
    int open(PlaybackId playback, int which, @Nullable Long since, long now) {
        var lesson = remembered.lessons[which];
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
        remembered.load(which);
        return lesson.position;
    }

    Outcome beat(PlaybackToken token, int which, Heartbeat beat, long now, int chance, String nextChallenge) {
        var lesson = remembered.lessons[which];
        if (newest == null) {
            return new Outcome.Unknown();
        } else if (!newest.equals(token.playbackId())) {
            return new Outcome.Superseded();
        } else if (ended) {
            return new Outcome.Ended();
        } else if (!lesson.held || !lesson.seenHeld || !remembered.daysHeld) {
            return new Outcome.Unknown();
        }
        setBack(now);
        var silence = Math.max(0, now - at);
        var time = timeEarned(token.policy(), beat, now, silence);
        var refused = new LinkedHashMap<String, Integer>();
        var credited = credit(token.policy(), lesson, beat.claims(), time, now, refused);
        var count = credited.cardinality();
        if (count > 0) {
            remembered.credit(new Credit(token.playbackId(), beat.sequence(), which, dayOf(now), credited));
            durableSequence = Math.min(durableSequence, beat.sequence() - 1);
        }
        var isFirmFromHere = sequence == 0 || (count > 0 && beat.sequence() <= sequence);
        spare = Math.min(spare + time.earned() - count * SECOND, MOST_SPARE);
        at = Math.max(at, now);
        sequence = Math.max(sequence, beat.sequence());
        lesson.watched += newlyWatched(beat.playedMillis(), count * 1000L, time.earned() / 1000);
        noteBeat(lesson, token.playbackId(), beat);
        if (isFirmFromHere) {
            lesson.firm = lesson.version;
        }
        ended = silence > SILENCE_THAT_ENDS;
        return new Outcome.Taken(
                count,
                lesson.seen.cardinality(),
                durableSequence,
                (int) (lesson.watched / 1000),
                ended,
                presence.ask(token.policy().presence(), now, count, chance, nextChallenge),
                refused.entrySet().stream()
                        .map(one -> new Refusal(one.getKey(), one.getValue()))
                        .toList());
    }

    /** Time that may be credited, or why there is none. */
    private record Time(
            long earned, boolean isOverdue, @Nullable String nothing) {}

    private Time timeEarned(WatchPolicy policy, Heartbeat beat, long now, long silence) {
        var isOverdue = presence.isOverdue(policy.presence(), now);
        var untilThen = isOverdue ? presence.untilDeadline(policy.presence(), at) : silence;
        var nothing = policy.visibleOnly() && !beat.visible()
                ? "page-hidden"
                : isOverdue && untilThen == 0 ? "presence-unconfirmed" : null;
        var earned =
                nothing != null ? 0 : Math.min(untilThen, LONGEST_SILENCE) * Math.round(policy.maxRate() * 1000) / 1000;
        return new Time(earned, isOverdue, nothing);
    }

    private BitSet credit(
            WatchPolicy policy, Lesson lesson, Coverage claims, Time time, long now, Map<String, Integer> refused) {
        var day = dayOf(now);
        var allowance = spare + time.earned();
        var credited = new BitSet();
        for (var range : claims.ranges()) {
            for (var second = range.from(); second < range.to(); second++) {
                if (lesson.seen.get(second)) {
                    continue;
                }
                var reason = whyNot(policy, lesson, time, allowance, day, second);
                if (reason != null) {
                    refused.merge(reason, 1, Integer::sum);
                } else {
                    lesson.seen.set(second);
                    credited.set(second);
                    allowance -= SECOND;
                    remembered.days.merge(day, 1, Integer::sum);
                }
            }
        }
        return credited;
    }

    private @Nullable String whyNot(
            WatchPolicy policy, Lesson lesson, Time time, long allowance, LocalDate day, int second) {
        var cap = policy.dailyCap();
        if (time.nothing() != null) {
            return time.nothing();
        } else if (cap != null && remembered.days.getOrDefault(day, 0) >= cap.toSeconds()) {
            return "daily-cap";
        } else if (allowance < SECOND) {
            return time.isOverdue() ? "presence-unconfirmed" : "not-enough-time";
        }
        return policy.inOrder() && !follows(lesson.seen, second) ? "skipped" : null;
    }

    private void noteBeat(Lesson lesson, PlaybackId playback, Heartbeat beat) {
        lesson.watched = Math.max(lesson.watched, lesson.seen.cardinality() * 1000L);
        lesson.accounted = at;
        lesson.playback = playback;
        lesson.sequence = sequence;
        if (beat.sequence() == sequence) {
            lesson.position = beat.position();
        }
        lesson.version = remembered.nextVersion();
        lesson.dirty = true;
    }

    /** A clock far behind what is accounted for was set back, and nothing is waited for that it said before. */
    private void setBack(long now) {
        if (at > now + LEAP) {
            at = now;
        }
        presence.setBack(now);
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

    private static boolean follows(BitSet seen, int second) {
        var before = seen.previousSetBit(Math.max(0, second - 1));
        return second < STEP || before >= second - STEP;
    }

    Presence confirm(PlaybackToken token, int which, String answered, long now) {
        var lesson = remembered.lessons[which];
        var checks = token.policy().presence();
        if (newest == null) {
            return Presence.UNKNOWN;
        } else if (!newest.equals(token.playbackId())) {
            return Presence.SUPERSEDED;
        } else if (ended) {
            return Presence.ENDED;
        } else if (!answered.equals(presence.challenge())) {
            return Presence.OTHER_CHALLENGE;
        }
        var late = presence.isLate(checks, now);
        presence.answered();
        if (late) {
            at = Math.max(at, now - presence.untilDeadline(checks, at));
        }
        if (lesson.held) {
            lesson.dirty |= lesson.playback != null;
            lesson.version = remembered.nextVersion();
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

    boolean settle(Snapshot snapshot) {
        var lesson = remembered.lessons[snapshot.lesson()];
        var isAsRead = remembered.settle(snapshot);
        var isFirm = lesson.held && snapshot.version() >= lesson.firm;
        if ((isAsRead || isFirm) && snapshot.playback().equals(newest)) {
            durableSequence = Math.max(durableSequence, snapshot.sequence());
        }
        return isAsRead;
    }

    /** Redis has nothing of this learner any more. */
    void loseAll() {
        newest = null;
        ended = false;
        presence.lose();
        remembered.lose();
    }
}
