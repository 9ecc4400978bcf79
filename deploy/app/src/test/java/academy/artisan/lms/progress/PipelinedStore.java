package academy.artisan.lms.progress;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.springframework.core.io.ClassPathResource;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.connection.lettuce.LettuceConnection.PipeliningFlushPolicy;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/**
 * Redis as many learners see it side by side, each with a clock of its own: what their threads ask for goes there
 * together. Nothing they do is settled by the flusher.
 */
final class PipelinedStore extends InFlightStore implements AutoCloseable {

    /** What a call takes from here and not from the world. */
    record Moment(long now, int chance, String challenge) {}

    private record Call(Consumer<RedisConnection> command, CompletableFuture<Object> answer) {}

    private static final ThreadLocal<Moment> MOMENT = new ThreadLocal<>();
    private static final int LANES = 2;
    private static final int MOST_AT_ONCE = 500;

    private final BlockingQueue<Call> waiting = new LinkedBlockingQueue<>();
    private final LettuceConnectionFactory connections;
    private final List<Thread> lanes;

    PipelinedStore(LettuceConnectionFactory like) throws IOException {
        this(like, anotherLike(like));
    }

    private static LettuceConnectionFactory anotherLike(LettuceConnectionFactory like) {
        var cluster = like.getClusterConfiguration();
        return cluster == null
                ? new LettuceConnectionFactory(like.getStandaloneConfiguration(), like.getClientConfiguration())
                : new LettuceConnectionFactory(cluster, like.getClientConfiguration());
    }

    private PipelinedStore(LettuceConnectionFactory like, LettuceConnectionFactory own) throws IOException {
        super(like);
        connections = own;
        connections.setPipeliningFlushPolicy(PipeliningFlushPolicy.flushOnClose());
        connections.afterPropertiesSet();
        connections.start();
        try (var connection = like.getConnection()) {
            for (var script : List.of("open", "heartbeat", "presence", "close", "changed", "settled", "rest")) {
                var text = new ClassPathResource("progress/%s.lua".formatted(script)).getContentAsByteArray();
                connection.scriptingCommands().scriptLoad(text);
            }
        }
        lanes = Stream.generate(() -> Thread.ofPlatform().daemon().start(this::work))
                .limit(LANES)
                .toList();
    }

    /** What this thread does next happens then. */
    void at(Moment time) {
        MOMENT.set(time);
    }

    @Override
    List<Object> run(LuaScript script, List<String> keys, Object... arguments) {
        setTime(keys, arguments);
        var own = keys.stream().map(PipelinedStore::unknownToTheFlusher).toList();
        var answer = new ArrayList<Object>();
        ((List<?>) ask(connection -> script.run(connection, own, arguments))).forEach(answer::add);
        return answer;
    }

    @SuppressWarnings("unchecked")
    List<Boolean> areDirty(DirtyLesson... lessons) {
        return (List<Boolean>)
                ask(connection -> connection.setCommands().sMIsMember(dirty(lessons[0]), names(lessons)));
    }

    void notDirty(DirtyLesson... lessons) {
        ask(connection -> connection.setCommands().sRem(dirty(lessons[0]), names(lessons)));
    }

    private static byte[] dirty(DirtyLesson lesson) {
        return bytes(unknownToTheFlusher(Shards.dirty(Shards.of(lesson.learner()))));
    }

    private static byte[][] names(DirtyLesson... lessons) {
        return Stream.of(lessons).map(lesson -> bytes(lesson.toString())).toArray(byte[][]::new);
    }

    void lose(Stream<String> keys) {
        var names = keys.map(InFlightStore::bytes).toArray(byte[][]::new);
        ask(connection -> connection.keyCommands().unlink(names));
    }

    @Override
    public void close() {
        lanes.forEach(Thread::interrupt);
        connections.destroy();
    }

    /** By the places that the scripts say. */
    private void setTime(List<String> keys, Object... arguments) {
        var last = keys.getLast();
        if (keys.size() == 5 && last.endsWith(":dirty")) {
            arguments[5] = MOMENT.get().now();
            arguments[18] = arguments[18].equals("") ? "" : MOMENT.get().challenge();
            arguments[19] = MOMENT.get().chance();
        } else if (last.endsWith(":known") || (keys.size() == 3 && last.endsWith(":dirty"))) {
            arguments[2] = MOMENT.get().now();
        }
    }

    private static String unknownToTheFlusher(String key) {
        return key.endsWith(":dirty") || key.endsWith(":untold") ? key + ":model" : key;
    }

    private Object ask(Consumer<RedisConnection> command) {
        var call = new Call(command, new CompletableFuture<Object>().orTimeout(1, TimeUnit.MINUTES));
        waiting.add(call);
        return call.answer().join();
    }

    private void work() {
        try (var connection = connections.getConnection()) {
            while (true) {
                var calls = new ArrayList<Call>();
                calls.add(waiting.take());
                waiting.drainTo(calls, MOST_AT_ONCE - 1);
                answer(connection, calls);
            }
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    private static void answer(RedisConnection connection, List<Call> calls) {
        try {
            connection.openPipeline();
            calls.forEach(call -> call.command().accept(connection));
            var answers = connection.closePipeline();
            for (var i = 0; i < calls.size(); i++) {
                calls.get(i).answer().complete(Objects.requireNonNull(answers.get(i)));
            }
        } catch (RuntimeException failure) {
            calls.forEach(call -> call.answer().completeExceptionally(failure));
        }
    }
}
