package academy.artisan.lms.progress.inflight;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import academy.artisan.lms.course.LessonId;
import academy.artisan.lms.enrolment.EnrolmentId;
import academy.artisan.lms.identity.PersonId;

/**
 * Names of Redis keys. All keys of a learner carry the hash tag of one shard, so that a script touches one slot of a
 * cluster, and the lessons to settle are found by going through the shards.
 */
public final class Shards {

    private static final int COUNT = 64;

    /** Prime to the count, and near the golden ratio of it. */
    private static final int STRIDE = 39;

    private static final List<String> NAMES =
            IntStream.range(0, COUNT).mapToObj("{s%04d}"::formatted).toList();

    private Shards() {}

    public static String of(PersonId learner) {
        return NAMES.get(Math.floorMod(learner.value().hashCode(), COUNT));
    }

    public static Stream<String> all() {
        return NAMES.stream();
    }

    /**
     * The next turn of a shard, if each has one in every interval, one after the other. Shards that are settled one
     * after the other are far from each other there: what is done in turn comes evenly, not a few shards at once.
     */
    public static Instant nextTurn(String shard, Duration interval, Instant now) {
        var micros = Math.max(1, InFlightStore.micros(interval));
        var shift = micros * (NAMES.indexOf(shard) * STRIDE % COUNT) / COUNT;
        var turns = Math.floorDiv(InFlightStore.micros(now) - shift, micros);
        return InFlightStore.instant((turns + 1) * micros + shift);
    }

    public static String playback(PersonId learner) {
        return of(learner) + ":playback:" + learner;
    }

    public static String seen(PersonId learner, EnrolmentId enrolment, LessonId lesson) {
        return of(learner) + ":seen:" + enrolment + ":" + lesson;
    }

    public static String lesson(PersonId learner, EnrolmentId enrolment, LessonId lesson) {
        return of(learner) + ":lesson:" + enrolment + ":" + lesson;
    }

    public static String days(PersonId learner) {
        return of(learner) + ":days:" + learner;
    }

    public static String dirty(String shard) {
        return shard + ":dirty";
    }

    public static String untold(String shard) {
        return shard + ":untold";
    }

    public static String resting(String shard) {
        return shard + ":resting";
    }
}
