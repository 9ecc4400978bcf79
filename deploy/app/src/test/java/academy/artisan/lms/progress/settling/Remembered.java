package academy.artisan.lms.progress.settling;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import academy.artisan.lms.progress.PlaybackId;
import org.jspecify.annotations.Nullable;

/** What is known of one learner's lessons and days: in flight, durable, and of how it was earned. */
final class Remembered {

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

        /** Only what was read from here on says that heartbeats are durable, if more came since. */
        long firm = Long.MAX_VALUE;

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
            firm = Long.MAX_VALUE;
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
    final Map<LocalDate, Integer> days = new TreeMap<>();
    final Map<LocalDate, Integer> durableDays = new TreeMap<>();
    final List<Credit> credits = new ArrayList<>();
    final Map<LocalDate, Integer> creditedByDay = new TreeMap<>();
    boolean daysHeld;
    private long versions;

    long nextVersion() {
        return ++versions;
    }

    /** What is durable is in flight as well from now on. */
    void load(int which) {
        var lesson = lessons[which];
        var known = durable[which];
        if (!lesson.held) {
            lesson.position = known.position;
            lesson.version = nextVersion();
        }
        lesson.held = true;
        lesson.seenHeld = true;
        lesson.seen.or(known.seen);
        lesson.watched = Math.max(lesson.watched, known.watched);
        durableDays.forEach((day, seconds) -> days.merge(day, seconds, Math::max));
        daysHeld = true;
    }

    void credit(Credit credit) {
        credits.add(credit);
        creditedByDay.merge(credit.day(), credit.seconds().cardinality(), Integer::sum);
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

    /** Whether the lesson is still as it was read. */
    boolean settle(Snapshot snapshot) {
        var lesson = lessons[snapshot.lesson()];
        if (!lesson.held || lesson.version != snapshot.version()) {
            return false;
        }
        lesson.dirty = false;
        var first = dayOf(snapshot.at()).minusDays(1);
        days.keySet().removeIf(day -> day.isBefore(first) && snapshot.days().containsKey(day));
        return true;
    }

    void lose() {
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

    static LocalDate dayOf(long now) {
        return LocalDate.ofEpochDay(Math.floorDiv(now + Oracle.ZONE, 86400 * Oracle.SECOND));
    }
}
