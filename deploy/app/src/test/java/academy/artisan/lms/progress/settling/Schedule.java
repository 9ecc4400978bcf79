package academy.artisan.lms.progress.settling;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.course.LessonId;
import academy.artisan.lms.enrolment.EnrolmentId;
import academy.artisan.lms.identity.PersonId;
import academy.artisan.lms.progress.Coverage;
import academy.artisan.lms.progress.PlaybackId;
import academy.artisan.lms.progress.PlaybackToken;
import academy.artisan.lms.progress.inflight.DirtyLesson;
import academy.artisan.lms.progress.inflight.Heartbeat;
import academy.artisan.lms.progress.inflight.InFlight;
import academy.artisan.lms.progress.inflight.InFlight.Outcome;
import academy.artisan.lms.progress.inflight.InFlightStore;
import academy.artisan.lms.progress.inflight.Shards;
import academy.artisan.lms.progress.policy.WatchPolicy;
import academy.artisan.lms.progress.policy.WatchPolicy.PresenceChecks;
import academy.artisan.lms.progress.settling.Oracle.Snapshot;
import academy.artisan.lms.progress.settling.StoreAtMoment.Moment;
import academy.artisan.lms.progress.settling.Unsettled.Settlement;
import org.jspecify.annotations.Nullable;

import static academy.artisan.lms.progress.settling.Oracle.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What one learner's devices, clocks, settling nodes and stores happen to do, in an order that a seed decides; after
 * each step Redis has to answer what the {@link Oracle} says.
 */
final class Schedule {

    /** The parts under test. */
    record Parts(InFlight inFlight, Unsettled unsettled, PipelinedStore store, DurableProgress durable) {}

    /** A playback of a device. */
    private record Opened(PlaybackToken token, int lesson) {}

    private record Sent(Opened by, Heartbeat beat) {}

    /** What a settling node holds: it may end before it writes that, or before it says so. */
    private static final class Reading {
        final List<Changed> changes = new ArrayList<>();
        final List<Snapshot> snapshots = new ArrayList<>();
        boolean written;
    }

    private static final double[] RATES = {1, 1, 1, 1.5, 2, 0.75};
    private static final long BASE = 1_800_000_000L * SECOND;
    private static final long DAY = 86400 * SECOND;

    private final long seed;
    private final Random random;
    private final Parts parts;
    private final Oracle oracle = new Oracle();
    private final int[] lengths;
    private final DirtyLesson[] lessons;
    private final List<Opened> opened = new ArrayList<>();
    private final List<Sent> sent = new ArrayList<>();
    private final List<Reading> readings = new ArrayList<>();
    private final List<Supplier<String>> trace = new ArrayList<>();
    private final long[] firstOpened = {Long.MAX_VALUE, Long.MAX_VALUE};
    private final Map<PlaybackId, Long> openedAfter = new HashMap<>();
    private WatchPolicy policy;
    private double fastest;
    private long now;
    private long passed; // as much time as the clock went forward, however often it steps back
    private int cursor;
    private int steps;
    private boolean isLost;

    Schedule(long seed, Parts parts) {
        this.seed = seed;
        random = new Random(seed);
        this.parts = parts;
        var learner = new PersonId(id());
        var enrolment = new EnrolmentId(id());
        lessons = new DirtyLesson[] {
            new DirtyLesson(learner, enrolment, new LessonId(id())),
            new DirtyLesson(learner, enrolment, new LessonId(id()))
        };
        lengths = new int[] {12 + random.nextInt(400), 12 + random.nextInt(100)};
        now = BASE + random.nextLong(DAY);
        policy = policy();
    }

    /** Answers how many steps were done. */
    int run() {
        try {
            open();
            for (var left = 5 + (int) (20 * Math.pow(random.nextDouble(), 4)); left > 0; left--) {
                tick();
                step();
                steps++;
            }
            check();
            return steps;
        } finally {
            leave();
        }
    }

    /** How many steps it took until now. */
    int length() {
        return trace.size();
    }

    /** How to do it again, and what happened; at the end what went wrong. */
    @Override
    public String toString() {
        return trace.stream()
                .map(Supplier::get)
                .collect(Collectors.joining("\n", "-Dprogress.schedule=%d\n".formatted(seed), ""));
    }

    private void step() {
        var dice = random.nextInt(100);
        if (dice < 58) {
            beat();
        } else if (dice < 65) {
            open();
        } else if (dice < 74) {
            read();
        } else if (dice < 82) {
            write();
        } else if (dice < 90) {
            settle();
        } else if (dice < 92) {
            lose();
        } else if (dice < 94) {
            loseSeen();
        } else if (dice < 95) {
            close();
        } else {
            confirm();
        }
    }

    /** Time passes, mostly a little; or steps back, or comes to where a rule begins to hold. */
    private void tick() {
        var before = now;
        var dice = random.nextInt(100);
        if (oracle.challenge() != null && dice < 20) {
            var checks = policy.presence();
            now = oracle.challengedAt()
                    + (checks == null ? 0 : checks.answerWithin().toSeconds() * SECOND)
                    + random.nextInt(3)
                    - 1;
        } else if (dice < 45) {
            now += random.nextLong(13) * SECOND;
        } else if (dice < 72) {
            now += random.nextLong(15 * SECOND);
        } else if (dice < 82) {
            now += random.nextLong(20, 400) * SECOND;
        } else if (dice < 85) {
            now = oracle.accounted() + Oracle.LONGEST_SILENCE + random.nextLong(-SECOND, SECOND);
        } else if (dice < 87) {
            now = oracle.accounted() + Oracle.SILENCE_THAT_ENDS + random.nextInt(2);
        } else if (dice < 89) {
            now -= random.nextLong(600 * SECOND);
        } else if (dice < 90) {
            now = oracle.accounted() - Oracle.LEAP + random.nextInt(3) - 1;
        } else if (dice < 93) {
            now += DAY - Math.floorMod(now + 8 * 3600 * SECOND, DAY) + random.nextLong(-3, 3) * SECOND;
        } else if (dice < 95) {
            now += random.nextLong(-7200, 7200) * SECOND;
        }
        passed += Math.max(0, now - before);
    }

    private WatchPolicy policy() {
        var rate = RATES[random.nextInt(RATES.length)];
        fastest = Math.max(fastest, rate);
        return new WatchPolicy(
                rate,
                random.nextInt(4) == 0,
                random.nextInt(3) == 0,
                random.nextInt(3) == 0
                        ? new PresenceChecks(
                                Duration.ofSeconds(20L * (1 + random.nextInt(3))),
                                Duration.ofSeconds(random.nextBoolean() ? 5 : 60))
                        : null,
                random.nextInt(4) == 0 ? Duration.ofSeconds(10 + random.nextInt(150)) : null);
    }

    private void open() {
        if (random.nextInt(4) == 0) {
            policy = policy();
        }
        var which = random.nextInt(3) == 0 ? 1 : 0;
        var lesson = lessons[which];
        var token = new PlaybackToken(
                new PlaybackId(id()),
                lesson.learner(),
                lesson.enrolment(),
                new CourseId(lesson.enrolment().value()),
                lesson.lesson(),
                null,
                lengths[which],
                policy,
                InFlightStore.instant(now),
                Instant.MAX,
                false);
        var one = new Opened(token, which);
        opened.add(one);
        cursor = 0;
        firstOpened[which] = Math.min(firstOpened[which], passed);
        openedAfter.put(token.playbackId(), passed);
        open(one, null);
    }

    /** A write that began before Redis was emptied ends, or never does, before anything is loaded. */
    private void open(Opened one, @Nullable Instant since) {
        if (isLost) {
            readings.stream()
                    .filter(reading -> !reading.written && random.nextBoolean())
                    .forEach(this::write);
            readings.removeIf(reading -> !reading.written);
            oracle.forgetLost();
            isLost = false;
        }
        var known = parts.durable().lesson(lessons[one.lesson()]);
        var counts = since == null ? null : known.changedAt().isAfter(since) ? known.changedAt() : since;
        note(() -> "open %s of lesson %d since %s"
                .formatted(one.token().playbackId(), one.lesson(), String.valueOf(counts)));
        var position = oracle.open(
                one.token().playbackId(), one.lesson(), counts == null ? null : InFlightStore.micros(counts), now);
        moment("");
        var answer = parts.inFlight()
                .open(one.token(), counts, known, parts.durable().days(lessons[0].learner()));
        assertThat(answer).isEqualTo(new InFlight.Opened(position, InFlightStore.instant(now)));
    }

    private void beat() {
        if (!sent.isEmpty() && random.nextInt(8) == 0) {
            var again = sent.get(random.nextInt(sent.size()));
            beat(again.by(), again.beat());
            return;
        }
        var by = opened.get(random.nextInt(12) == 0 ? random.nextInt(opened.size()) : opened.size() - 1);
        var beat = heartbeat(by);
        sent.add(new Sent(by, beat));
        beat(by, beat);
    }

    private Heartbeat heartbeat(Opened by) {
        var before = sent.stream()
                .filter(one -> one.by().equals(by))
                .mapToLong(one -> one.beat().sequence())
                .max()
                .orElse(0);
        var dice = random.nextInt(10);
        var sequence =
                dice < 7 ? before + 1 : dice == 7 ? before + 2 + random.nextInt(3) : Math.max(1, before - dice + 8);
        return new Heartbeat(
                sequence,
                random.nextInt(lengths[by.lesson()] + 1),
                random.nextInt(6) > 0,
                random.nextBoolean() ? -1 : random.nextInt(600_000),
                claims(lengths[by.lesson()]));
    }

    private Coverage claims(int length) {
        var ranges = new ArrayList<Coverage.Range>();
        var dice = random.nextInt(20);
        if (dice == 0) {
            return Coverage.of(List.of(new Coverage.Range(0, length)));
        }
        var count = dice == 1 ? random.nextInt(20) : dice < 5 ? 2 : dice == 5 ? 0 : 1;
        for (var i = 0; i < count; i++) {
            var from = random.nextInt(3) > 0
                    ? Math.clamp(cursor + random.nextInt(7) - 2, 0, length)
                    : random.nextInt(length);
            cursor = Math.min(length, from + random.nextInt(25));
            ranges.add(new Coverage.Range(from, cursor));
        }
        return Coverage.of(ranges);
    }

    /** As the application does it: a playback that Redis lost is opened again, if it is the newest. */
    private void beat(Opened by, Heartbeat beat) {
        if (apply(by, beat) instanceof Outcome.Unknown && by.equals(opened.getLast())) {
            open(by, by.token().openedAt());
            assertThat(apply(by, beat)).isInstanceOf(Outcome.Taken.class);
        }
    }

    private Outcome apply(Opened by, Heartbeat beat) {
        note(() -> "%s by %s".formatted(beat, by.token().playbackId()));
        var chance = 50 * random.nextInt(20);
        var challenge = id().toString();
        var right = oracle.beat(by.token(), by.lesson(), beat, now, chance, challenge);
        parts.store().at(new Moment(now, chance, challenge));
        var outcome = parts.inFlight().apply(by.token(), beat);
        assertThat(outcome).isEqualTo(right);
        if (outcome instanceof Outcome.Taken taken) {
            assertThat(oracle.isDurable(by.token().playbackId(), taken.durableSequence()))
                    .as("all through %d is durable", taken.durableSequence())
                    .isTrue();
        }
        return outcome;
    }

    private void confirm() {
        var by = opened.get(random.nextInt(8) == 0 ? random.nextInt(opened.size()) : opened.size() - 1);
        var open = oracle.challenge();
        var challenge = open != null && random.nextInt(4) > 0 ? open : id().toString();
        note(() -> "answer to %s by %s".formatted(challenge, by.token().playbackId()));
        var right = oracle.confirm(by.token(), by.lesson(), challenge, now);
        moment("");
        assertThat(parts.inFlight().confirm(by.token(), challenge)).isEqualTo(right);
    }

    private void read() {
        var reading = new Reading();
        var which = random.nextInt(3);
        note(() -> "read lesson %d of 0 and 1, or both".formatted(which));
        reading.changes.addAll(parts.unsettled().changed(which == 2 ? List.of(lessons) : List.of(lessons[which])));
        for (var i = 0; i < 2; i++) {
            var right = which == 2 || which == i ? oracle.read(i) : null;
            if (right != null) {
                reading.snapshots.add(right);
            }
        }
        assertThat(reading.changes).hasSameSizeAs(reading.snapshots);
        for (var i = 0; i < reading.changes.size(); i++) {
            assertAsRead(reading.changes.get(i), reading.snapshots.get(i));
        }
        if (!reading.changes.isEmpty()) {
            readings.add(reading);
        }
    }

    private void assertAsRead(Changed change, Snapshot right) {
        assertThat(change.stretches()).noneMatch(stretch -> stretch.until().isBefore(stretch.since()));
        assertThat(change.playback()).isEqualTo(right.playback());
        assertThat(change.sequence()).isEqualTo(right.sequence());
        assertThat(change.position()).isEqualTo(right.position());
        assertThat(change.watchedMillis()).isEqualTo(right.watched());
        assertThat(InFlightStore.micros(change.at())).isEqualTo(right.at());
        assertThat(change.days()).isEqualTo(right.days());
        var together = seconds(change.coverage());
        if (!oracle.lessons[right.lesson()].seenHeld) {
            together.or(oracle.durable[right.lesson()].seen);
        }
        assertThat(together).isEqualTo(right.seen());
    }

    private void write() {
        if (!readings.isEmpty()) {
            write(readings.get(random.nextInt(readings.size())));
        }
    }

    private void write(Reading reading) {
        note(() -> "write %s".formatted(reading.snapshots));
        reading.written = true;
        reading.snapshots.forEach(oracle::write);
        parts.durable().write(reading.changes);
    }

    private void settle() {
        var written = readings.stream().filter(reading -> reading.written).toList();
        if (written.isEmpty()) {
            return;
        }
        var reading = written.get(random.nextInt(written.size()));
        note(() -> "settle %s".formatted(reading.snapshots));
        var right = reading.snapshots.stream().filter(oracle::settle).count();
        var settlements = reading.changes.stream()
                .map(change -> new Settlement(change, false, false))
                .toList();
        var shard = Shards.of(lessons[0].learner());
        assertThat(parts.unsettled().settle(shard, settlements, Duration.ZERO)).isEqualTo((int) right);
        if (random.nextBoolean()) {
            readings.remove(reading);
        }
    }

    private void lose() {
        note(() -> "Redis is emptied");
        isLost = true;
        oracle.loseAll();
        parts.store().lose(keys());
        parts.store().notDirty(lessons);
    }

    /** Nothing stays in Redis. */
    private void leave() {
        parts.store().forget(keys(), lessons);
    }

    private Stream<String> keys() {
        var learner = lessons[0].learner();
        return Stream.concat(
                Stream.of(Shards.playback(learner), Shards.days(learner)),
                Stream.of(lessons)
                        .flatMap(lesson -> Stream.of(
                                Shards.seen(learner, lesson.enrolment(), lesson.lesson()),
                                Shards.lesson(learner, lesson.enrolment(), lesson.lesson()))));
    }

    private void loseSeen() {
        var which = random.nextInt(2);
        note(() -> "the seconds of lesson %d are evicted".formatted(which));
        oracle.loseSeen(which);
        var lesson = lessons[which];
        parts.store().lose(Stream.of(Shards.seen(lesson.learner(), lesson.enrolment(), lesson.lesson())));
    }

    private void close() {
        var playback = opened.get(random.nextInt(opened.size())).token().playbackId();
        note(() -> "close %s".formatted(playback));
        oracle.close(playback);
        parts.inFlight().close(lessons[0].learner(), playback);
    }

    /** What has to hold whatever happened. */
    private void check() {
        note(() -> "at the end");
        oracle.forgetLost();
        var dirty = parts.store().areDirty(lessons);
        var changes = parts.unsettled().changed(List.of(lessons));
        var covered = 0;
        for (var which = 0; which < 2; which++) {
            assertThat(dirty.get(which)).isEqualTo(oracle.lessons[which].dirty);
            covered += checkLesson(which, changes);
        }
        assertWithin(covered, fastest, passed);
        opened.forEach(one -> checkPlayback(one, changes));
        checkDays();
    }

    private void checkPlayback(Opened one, List<Changed> changes) {
        var token = one.token();
        var credited = new BitSet();
        oracle.credits.stream()
                .filter(credit -> credit.playback().equals(token.playbackId()))
                .forEach(credit -> credited.or(credit.seconds()));
        assertWithin(
                credited.cardinality(),
                token.policy().maxRate(),
                passed - Objects.requireNonNull(openedAfter.get(token.playbackId())));
        var id = token.playbackId().value();
        var evidence = seconds(parts.durable().evidence(List.of(id)));
        changes.stream()
                .flatMap(change -> change.stretches().stream())
                .filter(stretch -> stretch.playback().equals(id))
                .forEach(stretch -> evidence.set(stretch.from(), stretch.to()));
        assertThat(Oracle.contains(evidence, credited)).as("evidence of %s", id).isTrue();
    }

    private int checkLesson(int which, List<Changed> changes) {
        var lesson = lessons[which];
        var known = parts.durable().lesson(lesson);
        var right = oracle.durable[which];
        assertThat(seconds(known.coverage())).isEqualTo(right.seen);
        assertThat(known.watchedMillis()).isEqualTo(right.watched);
        assertThat(known.positionSeconds()).isEqualTo(right.position);
        var evidence = seconds(parts.durable()
                .evidence(opened.stream()
                        .filter(one -> one.lesson() == which)
                        .map(one -> one.token().playbackId().value())
                        .toList()));
        assertThat(evidence).as("evidence of what is durable").isEqualTo(right.seen);
        changes.stream()
                .filter(change -> change.lesson().equals(lesson))
                .flatMap(change -> change.stretches().stream())
                .forEach(stretch -> evidence.set(stretch.from(), stretch.to()));
        var covered = oracle.known(which);
        assertThat(evidence).as("evidence").isEqualTo(covered);
        if (firstOpened[which] != Long.MAX_VALUE) {
            assertWithin(covered.cardinality(), fastest, passed - firstOpened[which]);
        }
        return covered.cardinality();
    }

    private void checkDays() {
        assertThat(parts.durable().days(lessons[0].learner())).isEqualTo(oracle.durableDays);
        oracle.creditedByDay.forEach((day, credited) -> {
            var kept = oracle.credits.stream()
                    .filter(credit -> credit.day().equals(day))
                    .mapToInt(credit -> credit.seconds().cardinality())
                    .sum();
            var counted = Math.max(
                    oracle.days().getOrDefault(day, 0),
                    Objects.requireNonNull(oracle.durableDays.getOrDefault(day, 0)));
            assertThat(counted).as("seconds of %s", day).isBetween(kept, credited);
        });
    }

    private static void assertWithin(int seconds, double rate, long micros) {
        assertThat(seconds * (double) SECOND).as("time for %d seconds", seconds).isLessThanOrEqualTo(micros * rate);
    }

    private static BitSet seconds(Coverage coverage) {
        var seconds = new BitSet();
        coverage.ranges().forEach(range -> seconds.set(range.from(), range.to()));
        return seconds;
    }

    private void moment(String challenge) {
        parts.store().at(new Moment(now, 0, challenge));
    }

    private void note(Supplier<String> step) {
        var moment = now;
        trace.add(() -> moment + " " + step.get());
    }

    private UUID id() {
        return new UUID(random.nextLong(), random.nextLong());
    }
}
