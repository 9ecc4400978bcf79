package academy.artisan.lms.progress.settling;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import academy.artisan.lms.enrolment.EnrolmentId;
import academy.artisan.lms.progress.inflight.CreditRules;
import academy.artisan.lms.progress.inflight.DirtyLesson;
import academy.artisan.lms.progress.inflight.InFlightStore;
import academy.artisan.lms.progress.inflight.LuaScript;
import academy.artisan.lms.progress.inflight.Shards;
import org.springframework.data.domain.Range;
import org.springframework.data.redis.connection.Limit;
import org.springframework.stereotype.Component;

import static academy.artisan.lms.progress.inflight.InFlightStore.bytes;
import static academy.artisan.lms.progress.inflight.InFlightStore.micros;
import static academy.artisan.lms.progress.inflight.InFlightStore.number;
import static academy.artisan.lms.progress.inflight.InFlightStore.text;

/** What Redis knows and PostgreSQL does not yet, a shard at a time. Every method is one round trip. */
@Component
public class Unsettled {

    /** Without a settling, until a lesson is let go; and then: until it leaves Redis. */
    private static final Duration UNTIL_REST = Duration.ofMinutes(1);

    private static final Duration KEPT = Duration.ofMinutes(30);
    private static final Duration KEPT_COMPLETED = Duration.ofMinutes(2);
    private static final Duration KEPT_PLAYBACK = Duration.ofDays(1);

    private final InFlightStore store;
    private final CreditRules rules;
    private final Clock clock;
    private final LuaScript waiting = new LuaScript("waiting");
    private final LuaScript changed = new LuaScript("changed");
    private final LuaScript settled = new LuaScript("settled");
    private final LuaScript rest = new LuaScript("rest");

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
     * @param resting lessons that nobody has touched for a while
     */
    record Waiting(int lessons, int enrolments, int resting) {

        boolean isNothing() {
            return lessons == 0 && enrolments == 0 && resting == 0;
        }
    }

    Waiting waiting(String shard) {
        var now = clock.instant();
        var counts = store.run(
                waiting,
                List.of(Shards.dirty(shard), Shards.untold(shard), Shards.resting(shard)),
                micros(now),
                micros(now.minus(UNTIL_REST)));
        return new Waiting(number(counts, 0), number(counts, 1), number(counts, 2));
    }

    /** Some of the enrolments of a shard of which others have not heard the latest, the longest ago first. */
    List<EnrolmentId> untold(String shard, int limit) {
        return first(Shards.untold(shard), Range.unbounded(), limit)
                .map(EnrolmentId::of)
                .toList();
    }

    private Stream<String> first(String sortedSet, Range<Number> scores, int limit) {
        return store
                .call(connection -> connection
                        .zSetCommands()
                        .zRangeByScore(bytes(sortedSet), scores, Limit.limit().count(limit)))
                .stream()
                .map(InFlightStore::text);
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
    public List<Changed> changed(List<DirtyLesson> lessons) {
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
            var fields = text(answer.get(3 * i + 1));
            if (!fields.isEmpty()) {
                changes.add(ChangedFields.read(
                        lessons.get(i), (byte[]) answer.get(3 * i), fields, text(answer.get(3 * i + 2))));
            }
        }
        return changes;
    }

    /**
     * A change that PostgreSQL knows.
     *
     * @param completed whether the lesson is, so that it needs no place in Redis for long
     * @param isBehind whether Redis knows less of it: it failed over to an older copy
     */
    record Settlement(Changed change, boolean completed, boolean isBehind) {}

    /**
     * Notes that PostgreSQL knows these changes of one shard; answers how many did not change again since. Others hear
     * of all that is settled in a shard at its next turn: together that costs less, and no shard waits for another.
     */
    int settle(String shard, List<Settlement> settlements, Duration reportInterval) {
        var keys = new ArrayList<>(List.of(Shards.dirty(shard), Shards.untold(shard), Shards.resting(shard)));
        var now = clock.instant();
        var arguments =
                new ArrayList<Object>(List.of(micros(now), micros(Shards.nextTurn(shard, reportInterval, now))));
        for (var settlement : settlements) {
            var change = settlement.change();
            var lesson = change.lesson();
            keys.add(Shards.playback(lesson.learner()));
            keys.add(Shards.lesson(lesson.learner(), lesson.enrolment(), lesson.lesson()));
            keys.add(Shards.days(lesson.learner()));
            arguments.add(change.change());
            arguments.add(change.playback());
            arguments.add(change.sequence());
            arguments.add(lesson);
            arguments.add(lesson.enrolment());
            arguments.add(settlement.completed() ? 1 : 0);
            arguments.add(change.noted().size());
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

    /** Some lessons of a shard that nobody has touched for a while. */
    List<DirtyLesson> resting(String shard, int limit) {
        var longAgo = (Number) micros(clock.instant().minus(UNTIL_REST));
        return first(Shards.resting(shard), Range.leftUnbounded(Range.Bound.inclusive(longAgo)), limit)
                .map(DirtyLesson::of)
                .toList();
    }

    /** Lets these go, unless they changed since. */
    void letGo(String shard, List<DirtyLesson> lessons) {
        var keys = new ArrayList<>(List.of(Shards.dirty(shard), Shards.resting(shard)));
        var arguments =
                new ArrayList<Object>(List.of(KEPT.toSeconds(), KEPT_COMPLETED.toSeconds(), KEPT_PLAYBACK.toSeconds()));
        for (var lesson : lessons) {
            keys.add(Shards.playback(lesson.learner()));
            keys.add(Shards.seen(lesson.learner(), lesson.enrolment(), lesson.lesson()));
            keys.add(Shards.lesson(lesson.learner(), lesson.enrolment(), lesson.lesson()));
            keys.add(Shards.days(lesson.learner()));
            arguments.add(lesson);
        }
        store.run(rest, keys, arguments.toArray());
    }
}
