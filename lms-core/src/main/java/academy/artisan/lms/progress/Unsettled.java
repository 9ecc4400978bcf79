package academy.artisan.lms.progress;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import static academy.artisan.lms.progress.InFlightStore.bytes;
import static academy.artisan.lms.progress.InFlightStore.number;

/** What Redis knows and PostgreSQL does not yet, a shard at a time. Every method is one round trip. */
@Component
class Unsettled {

    private static final Duration KEPT = Duration.ofMinutes(30);
    private static final Duration KEPT_COMPLETED = Duration.ofMinutes(2);
    private static final Duration KEPT_PLAYBACK = Duration.ofDays(1);

    private final InFlightStore store;
    private final CreditRules rules;
    private final LuaScript changed = new LuaScript("changed");
    private final LuaScript settled = new LuaScript("settled");

    Unsettled(InFlightStore store, CreditRules rules) {
        this.store = store;
        this.rules = rules;
    }

    /** How many lessons wait in each of the shards, in the same order. */
    List<Long> waiting(List<String> shards) {
        return store.call(connection -> {
            connection.openPipeline();
            shards.forEach(shard -> connection.setCommands().sCard(bytes(Shards.dirty(shard))));
            return connection.closePipeline().stream().map(Long.class::cast).toList();
        });
    }

    /** Some of the lessons that wait in a shard. */
    List<DirtyLesson> some(String shard, int limit) {
        var names = store.call(connection -> connection.setCommands().sRandMember(bytes(Shards.dirty(shard)), limit));
        return names == null
                ? List.of()
                : names.stream().map(InFlightStore::text).map(DirtyLesson::of).toList();
    }

    /** These lessons of one shard, as of one moment, without those that Redis does not hold any more. */
    List<Changed> changed(List<DirtyLesson> lessons) {
        if (lessons.isEmpty()) {
            return List.of();
        }
        var keys = lessons.stream()
                .flatMap(lesson -> Stream.of(
                        Shards.seen(lesson.learner(), lesson.enrolment(), lesson.lesson()),
                        Shards.lesson(lesson.learner(), lesson.enrolment(), lesson.lesson()),
                        Shards.days(lesson.learner())))
                .toList();
        var answer = store.run(changed, keys);
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

    /** Notes that PostgreSQL knows these changes of one shard; answers how many did not change again since. */
    int settle(String shard, List<Settlement> settlements) {
        var keys = new ArrayList<>(List.of(Shards.dirty(shard)));
        var arguments = new ArrayList<Object>();
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
                    (settlement.completed() ? KEPT_COMPLETED : KEPT).toSeconds(),
                    KEPT_PLAYBACK.toSeconds(),
                    rules.dayOf(change.at()).minusDays(1).toEpochDay()));
        }
        return number(store.run(settled, keys, arguments.toArray()), 0);
    }

    /** A change that PostgreSQL knows; completed lessons need no place in Redis for long. */
    record Settlement(Changed change, boolean completed) {}

    /** Takes lessons that Redis does not hold any more off the list. */
    void forget(String shard, List<DirtyLesson> lessons) {
        var names = lessons.stream().map(lesson -> bytes(lesson.toString())).toArray(byte[][]::new);
        store.call(
                connection -> Objects.requireNonNull(connection.setCommands().sRem(bytes(Shards.dirty(shard)), names)));
    }

    @SuppressWarnings("unchecked")
    private static List<Object> list(Object answer) {
        return (List<Object>) answer;
    }
}
