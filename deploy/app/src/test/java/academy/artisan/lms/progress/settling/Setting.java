package academy.artisan.lms.progress.settling;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import academy.artisan.lms.course.LessonId;
import academy.artisan.lms.enrolment.EnrolmentId;
import academy.artisan.lms.identity.PersonId;
import academy.artisan.lms.progress.Coverage;
import academy.artisan.lms.progress.PlaybackToken;
import academy.artisan.lms.progress.inflight.DirtyLesson;
import academy.artisan.lms.progress.inflight.InFlight;
import academy.artisan.lms.progress.inflight.Shards;
import academy.artisan.lms.progress.policy.WatchPolicy;
import academy.artisan.lms.progress.settling.StoreAtMoment.Moment;

import static academy.artisan.lms.progress.settling.Oracle.SECOND;

/** What one schedule is about: its learner, the parts under test and what they are compared with, and when it is. */
final class Setting {

    /** The parts under test. */
    record Parts(InFlight inFlight, Unsettled unsettled, PipelinedStore store, DurableProgress durable) {}

    /** A playback of a device. */
    record Opened(PlaybackToken token, int lesson) {}

    private static final long BASE = 1_800_000_000L * SECOND;
    private static final long DAY = 86400 * SECOND;

    final Random random;
    final Parts parts;
    final Oracle oracle = new Oracle();
    final int[] lengths;
    final DirtyLesson[] lessons;
    final List<Opened> opened = new ArrayList<>();
    private final List<Supplier<String>> trace = new ArrayList<>();
    private long now;
    private long passed; // as much time as the clock went forward, however often it steps back

    Setting(Random random, Parts parts) {
        this.random = random;
        this.parts = parts;
        var learner = new PersonId(id());
        var enrolment = new EnrolmentId(id());
        lessons = new DirtyLesson[] {
            new DirtyLesson(learner, enrolment, new LessonId(id())),
            new DirtyLesson(learner, enrolment, new LessonId(id()))
        };
        lengths = new int[] {12 + random.nextInt(400), 12 + random.nextInt(100)};
        now = BASE + random.nextLong(DAY);
    }

    PersonId learner() {
        return lessons[0].learner();
    }

    Remembered remembered() {
        return oracle.remembered;
    }

    long now() {
        return now;
    }

    long passed() {
        return passed;
    }

    /** Time passes, mostly a little; or steps back, or comes to where a rule begins to hold. */
    void tick(WatchPolicy policy) {
        var before = now;
        var dice = random.nextInt(100);
        if (oracle.presence.challenge() != null && dice < 20) {
            var checks = policy.presence();
            now = oracle.presence.challengedAt()
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

    Stream<String> keys() {
        var learner = learner();
        return Stream.concat(
                Stream.of(Shards.playback(learner), Shards.days(learner)),
                Stream.of(lessons)
                        .flatMap(lesson -> Stream.of(
                                Shards.seen(learner, lesson.enrolment(), lesson.lesson()),
                                Shards.lesson(learner, lesson.enrolment(), lesson.lesson()))));
    }

    void moment() {
        moment(0, "");
    }

    void moment(int chance, String challenge) {
        parts.store().at(new Moment(now, chance, challenge));
    }

    void note(Supplier<String> step) {
        var moment = now;
        trace.add(() -> moment + " " + step.get());
    }

    int steps() {
        return trace.size();
    }

    String story() {
        return trace.stream().map(Supplier::get).collect(Collectors.joining("\n"));
    }

    UUID id() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    static BitSet seconds(Coverage coverage) {
        var seconds = new BitSet();
        coverage.ranges().forEach(range -> seconds.set(range.from(), range.to()));
        return seconds;
    }
}
