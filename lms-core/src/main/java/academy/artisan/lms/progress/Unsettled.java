package academy.artisan.lms.progress;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import academy.artisan.lms.enrolment.EnrolmentId;
import org.springframework.data.domain.Range;
import org.springframework.data.redis.connection.Limit;
import org.springframework.stereotype.Component;

import static academy.artisan.lms.progress.InFlightStore.bytes;
import static academy.artisan.lms.progress.InFlightStore.micros;
import static academy.artisan.lms.progress.InFlightStore.number;

/** What Redis knows and PostgreSQL does not yet, a shard at a time. Every method is one round trip. */
@Component
class Unsettled {

    private static final Duration KEPT = Duration.ofMinutes(30);
    private static final Duration KEPT_COMPLETED = Duration.ofMinutes(2);
    private static final Duration KEPT_PLAYBACK = Duration.ofDays(1);

    private final InFlightStore store;
    private final CreditRules rules;
    private final Clock clock;
    private final LuaScript changed = new LuaScript("changed");
    private final LuaScript settled = new LuaScript("settled");

    Unsettled(InFlightStore store, CreditRules rules, Clock clock) {
        this.store = store;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * What waits in a shard.
     *
     * @param lessons to be settled
     * @param enrolments of which others are to hear now
     */
    record Waiting(long lessons, long enrolments) {

        boolean isNothing() {
            return lessons == 0 && enrolments == 0;
        }
    }

    Waiting waiting(String shard) {
        return store.call(connection -> {
            connection.openPipeline();
            connection.setCommands().sCard(bytes(Shards.dirty(shard)));
            connection.zSetCommands().zCount(bytes(Shards.untold(shard)), upToNow());
            var counts = connection.closePipeline();
            return new Waiting((Long) counts.getFirst(), (Long) counts.getLast());
        });
    }

    private Range<Number> upToNow() {
        return Range.of(Range.Bound.unbounded(), Range.Bound.inclusive((Number) micros(clock.instant())));
    }

    /** Some of the enrolments of a shard of which others are to hear now. */
    List<EnrolmentId> untold(String shard, int limit) {
        return store
                .call(connection -> connection
                        .zSetCommands()
                        .zRangeByScore(
                                bytes(Shards.untold(shard)),
                                upToNow(),
                                Limit.limit().count(limit)))
                .stream()
                .map(name -> EnrolmentId.of(InFlightStore.text(name)))
                .toList();
    }

    /** Others have heard of these. */
    void told(String shard, List<EnrolmentId> enrolments) {
        var names = enrolments.stream().map(id -> bytes(id.toString())).toArray(byte[][]::new);
        store.call(connection ->
                Objects.requireNonNull(connection.zSetCommands().zRem(bytes(Shards.untold(shard)), names)));
    }

    /** Some of the lessons that wait in a shard. */
    List<DirtyLesson> some(String shard, int limit) {
        var names = store.call(connection -> connection.setCommands().sRandMember(bytes(Shards.dirty(shard)), limit));
        return names == null
                ? List.of()
                : names.stream().map(InFlightStore::text).map(DirtyLesson::of).toList();
    }

    /**
     * These lessons of one shard, as of one moment, without those that Redis does not hold any more: they wait no
     * longer.
     */
    List<Changed> changed(List<DirtyLesson> lessons) {
        if (lessons.isEmpty()) {
            return List.of();
        }
        var dirty = Shards.dirty(Shards.of(lessons.getFirst().learner()));
        var keys = Stream.concat(
                        lessons.stream()
                                .flatMap(lesson -> Stream.of(
                                        Shards.seen(lesson.learner(), lesson.enrolment(), lesson.lesson()),
                                        Shards.lesson(lesson.learner(), lesson.enrolment(), lesson.lesson()),
                                        Shards.days(lesson.learner()))),
                        Stream.of(dirty))
                .toList();
        var answer = store.run(changed, keys, lessons.toArray());
        var changes = new ArrayList<Changed>();
        for (var i = 0; i < lessons.size(); i++) {
            var parts = list(answer.get(i));
            if (!parts.isEmpty()) {
                changes.add(ChangedFields.read(
                        lessons.get(i), (byte[]) parts.get(0), list(parts.get(1)), list(parts.get(2))));
            }
        }
        return changes;
    }

    /**
     * A change that PostgreSQL knows.
     *
     * @param completed whether the lesson is, so that it needs no place in Redis for long
     * @param told whether others heard of it
     */
    record Settlement(Changed change, boolean completed, boolean told) {}

    /** Notes that PostgreSQL knows these changes of one shard; answers how many did not change again since. */
    int settle(String shard, List<Settlement> settlements, Duration untilTold) {
        var keys = new ArrayList<>(List.of(Shards.dirty(shard), Shards.untold(shard)));
        var now = clock.instant();
        var arguments = new ArrayList<Object>(List.of(micros(now), micros(now.plus(untilTold))));
        for (var settlement : settlements) {
            var change = settlement.change();
            var lesson = change.lesson();
            keys.add(Shards.playback(lesson.learner()));
            keys.add(Shards.seen(lesson.learner(), lesson.enrolment(), lesson.lesson()));
            keys.add(Shards.lesson(lesson.learner(), lesson.enrolment(), lesson.lesson()));
            keys.add(Shards.days(lesson.learner()));
            arguments.addAll(List.of(
                    change.change(),
                    change.playback(),
                    change.sequence(),
                    lesson,
                    lesson.enrolment(),
                    settlement.told() ? 1 : 0,
                    settlement.completed() ? 1 : 0,
                    (settlement.completed() ? KEPT_COMPLETED : KEPT).toSeconds(),
                    KEPT_PLAYBACK.toSeconds(),
                    change.noted().size()));
            arguments.addAll(change.noted());
            var yesterday = rules.dayOf(change.at()).minusDays(1);
            var over = change.days().keySet().stream()
                    .filter(day -> day.isBefore(yesterday))
                    .toList();
            arguments.add(over.size());
            over.forEach(day -> arguments.add(day.toEpochDay()));
        }
        return number(store.run(settled, keys, arguments.toArray()), 0);
    }

    @SuppressWarnings("unchecked")
    private static List<Object> list(Object answer) {
        return (List<Object>) answer;
    }
}
