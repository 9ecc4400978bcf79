package academy.artisan.lms.progress.settling;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import academy.artisan.lms.progress.inflight.DirtyLesson;
import academy.artisan.lms.progress.inflight.InFlightStore;
import academy.artisan.lms.progress.inflight.LuaScript;
import academy.artisan.lms.progress.inflight.Shards;
import org.springframework.data.redis.connection.RedisConnectionFactory;

/** Redis with the clock in the hands of the test. Nothing that is done there is settled by the flusher. */
class StoreAtMoment extends InFlightStore {

    /** What a call takes from here and not from the world. */
    record Moment(long now, int chance, String challenge) {}

    private static final ThreadLocal<Moment> MOMENT = new ThreadLocal<>();

    StoreAtMoment(RedisConnectionFactory connections) {
        super(connections);
    }

    /** What this thread does next happens then. */
    final void at(Moment time) {
        MOMENT.set(time);
    }

    @Override
    public final List<Object> run(LuaScript script, List<String> keys, Object... arguments) {
        setTime(keys, arguments);
        return send(
                script, keys.stream().map(StoreAtMoment::unknownToTheFlusher).toList(), arguments);
    }

    List<Object> send(LuaScript script, List<String> keys, Object... arguments) {
        return super.run(script, keys, arguments);
    }

    void lose(Stream<String> keys) {
        var names = keys.map(InFlightStore::bytes).toArray(byte[][]::new);
        call(connection -> connection.keyCommands().unlink(names));
    }

    List<Boolean> areDirty(DirtyLesson... lessons) {
        var names = Stream.of(lessons).map(lesson -> bytes(lesson.toString())).toArray(byte[][]::new);
        var dirty = bytes(unknownToTheFlusher(Shards.dirty(Shards.of(lessons[0].learner()))));
        return call(
                connection -> Objects.requireNonNull(connection.setCommands().sMIsMember(dirty, names)));
    }

    /** By the places that the scripts say. */
    private static void setTime(List<String> keys, Object... arguments) {
        var last = keys.getLast();
        if (keys.size() == 5 && last.endsWith(":dirty")) {
            arguments[5] = MOMENT.get().now();
            arguments[18] = arguments[18].equals("") ? "" : MOMENT.get().challenge();
            arguments[19] = MOMENT.get().chance();
        } else if (last.endsWith(":known") || (keys.size() == 3 && last.endsWith(":dirty"))) {
            arguments[2] = MOMENT.get().now();
        }
    }

    static String unknownToTheFlusher(String key) {
        return key.endsWith(":dirty") || key.endsWith(":untold") ? key + ":model" : key;
    }
}
