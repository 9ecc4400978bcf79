package academy.artisan.lms.progress;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import academy.artisan.lms.course.LessonId;
import academy.artisan.lms.enrolment.EnrolmentId;
import academy.artisan.lms.identity.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.RedisTemplate;
import org.springframework.data.redis.serializer.RedisSerializer;
import org.springframework.stereotype.Component;

/** Progress in flight in Redis. Every method is one round trip: a script, called by its SHA. */
@Component
class InFlight {

    /** How a heartbeat was taken. */
    sealed interface Outcome {

        /**
         * Taken, in whole or in part.
         *
         * @param durableSequence the last heartbeat that PostgreSQL knows
         */
        record Taken(int credited, int refused, int covered, long durableSequence) implements Outcome {}

        /** Another playback of this learner is the credited one. */
        record Superseded() implements Outcome {}

        /** Redis does not know this playback: it was emptied, or the playback was silent for long. */
        record Unknown() implements Outcome {}
    }

    /** A playback as it begins. */
    record Opened(int position, Instant at) {}

    /** A lesson to settle, as of one moment. */
    record Changed(
            DirtyLesson lesson,
            String change,
            PlaybackId playback,
            long sequence,
            int position,
            Instant at,
            Coverage coverage) {}

    /** How far a lesson is. */
    record Standing(int covered, int position) {}

    private static final byte[] PLAYBACK_ID = bytes("id");
    private static final Duration KEPT_UNTOUCHED = Duration.ofDays(1);

    private final RedisTemplate<byte[], byte[]> redis = new RedisTemplate<>();
    private final ProgressProperties properties;
    private final LuaScript heartbeat = new LuaScript("heartbeat");
    private final LuaScript open = new LuaScript("open");
    private final LuaScript changed = new LuaScript("changed");
    private final LuaScript settled = new LuaScript("settled");
    private final LuaScript overview = new LuaScript("overview");
    private final LuaScript close = new LuaScript("close");

    InFlight(RedisConnectionFactory connections, ProgressProperties properties) {
        this.properties = properties;
        redis.setConnectionFactory(connections);
        redis.setDefaultSerializer(RedisSerializer.byteArray());
        redis.afterPropertiesSet();
    }

    Outcome apply(PlaybackToken token, Heartbeat beat) {
        var name = new DirtyLesson(token.learner(), token.enrolmentId(), token.lessonId());
        var keys = List.of(
                Shards.playback(token.learner()),
                Shards.seen(token.learner(), token.enrolmentId(), token.lessonId()),
                Shards.lesson(token.learner(), token.enrolmentId(), token.lessonId()),
                Shards.dirty(Shards.of(token.learner())));
        var arguments = new ArrayList<Object>(List.of(
                token.playbackId(),
                beat.sequence(),
                beat.position(),
                Math.round(token.maxRate() * 1000),
                micros(properties.longestSilence()),
                micros(properties.mostSpareTime()),
                name,
                ""));
        for (var range : beat.claims().ranges()) {
            arguments.add(range.from());
            arguments.add(range.to());
        }
        var answer = run(heartbeat, keys, arguments.toArray());
        return switch (text(answer.get(0))) {
            case "ok" ->
                new Outcome.Taken(number(answer, 1), number(answer, 2), number(answer, 3), (Long) answer.get(4));
            case "superseded" -> new Outcome.Superseded();
            default -> new Outcome.Unknown();
        };
    }

    /**
     * Makes this the learner's credited playback.
     *
     * @param since from when on time may be credited; null for now
     * @param coverage what PostgreSQL knows of the lesson
     */
    Opened open(
            PersonId learner,
            EnrolmentId enrolment,
            LessonId lesson,
            PlaybackId playback,
            @Nullable Instant since,
            Coverage coverage,
            int position) {
        var seen = Shards.seen(learner, enrolment, lesson);
        var keys = List.of(Shards.playback(learner), seen, Shards.lesson(learner, enrolment, lesson), seen + ":known");
        var answer = run(open, keys, playback, since == null ? "" : micros(since), "", coverage.toBitmap(), position);
        return new Opened(number(answer, 0), instant((Long) answer.get(1)));
    }

    /** Some of the lessons of a shard that PostgreSQL does not know yet. */
    List<DirtyLesson> dirty(String shard, int limit) {
        var names = calling(() -> redis.opsForSet().distinctRandomMembers(bytes(Shards.dirty(shard)), limit));
        return names == null
                ? List.of()
                : names.stream().map(InFlight::text).map(DirtyLesson::of).toList();
    }

    /** The lesson as of one moment; null if Redis does not hold it any more. */
    @Nullable Changed changed(DirtyLesson dirty) {
        var keys = List.of(
                Shards.seen(dirty.learner(), dirty.enrolment(), dirty.lesson()),
                Shards.lesson(dirty.learner(), dirty.enrolment(), dirty.lesson()));
        var answer = run(changed, keys);
        if (answer.isEmpty()) {
            return null;
        }
        return new Changed(
                dirty,
                text(answer.get(1)),
                PlaybackId.of(text(answer.get(2))),
                Long.parseLong(text(answer.get(3))),
                Integer.parseInt(text(answer.get(4))),
                instant(Long.parseLong(text(answer.get(5)))),
                Coverage.ofBitmap((byte[]) answer.get(0)));
    }

    void settle(Changed change) {
        var lesson = change.lesson();
        var keys = List.of(
                Shards.playback(lesson.learner()),
                Shards.seen(lesson.learner(), lesson.enrolment(), lesson.lesson()),
                Shards.lesson(lesson.learner(), lesson.enrolment(), lesson.lesson()),
                Shards.dirty(Shards.of(lesson.learner())));
        run(settled, keys, change.change(), change.playback(), change.sequence(), lesson, KEPT_UNTOUCHED.toSeconds());
    }

    /** Takes a lesson that Redis does not hold any more off the list. */
    void forget(DirtyLesson lesson) {
        calling(() -> redis.opsForSet()
                .remove(bytes(Shards.dirty(Shards.of(lesson.learner()))), (Object) bytes(lesson.toString())));
    }

    /** Ends a playback, if it is the learner's credited one. */
    void close(PersonId learner, PlaybackId playback) {
        run(close, List.of(Shards.playback(learner)), playback);
    }

    /** The learner's credited playback; null if Redis knows none. */
    @Nullable PlaybackId credited(PersonId learner) {
        var id = calling(() -> redis.<byte[], byte[]>opsForHash().get(bytes(Shards.playback(learner)), PLAYBACK_ID));
        return id == null ? null : PlaybackId.of(text(id));
    }

    /** How far the learner is in those of the lessons that Redis holds. */
    Map<LessonId, Standing> overview(PersonId learner, EnrolmentId enrolment, List<LessonId> lessons) {
        var keys = lessons.stream()
                .map(lesson -> Shards.lesson(learner, enrolment, lesson))
                .toList();
        var answer = run(overview, keys);
        var standings = new LinkedHashMap<LessonId, Standing>();
        for (var i = 0; i < lessons.size(); i++) {
            if (number(answer, 2 * i) >= 0) {
                standings.put(
                        lessons.get(i), new Standing(number(answer, 2 * i), Math.max(0, number(answer, 2 * i + 1))));
            }
        }
        return standings;
    }

    private List<Object> run(LuaScript script, List<String> keys, Object... arguments) {
        var answer = calling(() ->
                redis.execute((RedisCallback<List<Object>>) connection -> script.run(connection, keys, arguments)));
        return answer == null ? List.of() : answer;
    }

    private static <T extends @Nullable Object> T calling(Supplier<T> call) {
        try {
            return call.get();
        } catch (DataAccessException unreachable) {
            throw new ProgressUnavailable(unreachable);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(Object bytes) {
        return new String((byte[]) bytes, StandardCharsets.UTF_8);
    }

    private static int number(List<Object> answer, int index) {
        return ((Long) answer.get(index)).intValue();
    }

    private static long micros(Duration duration) {
        return duration.toNanos() / 1000;
    }

    private static long micros(Instant instant) {
        return instant.getEpochSecond() * 1_000_000 + instant.getNano() / 1000;
    }

    private static Instant instant(long micros) {
        return Instant.ofEpochSecond(micros / 1_000_000, micros % 1_000_000 * 1000);
    }
}
