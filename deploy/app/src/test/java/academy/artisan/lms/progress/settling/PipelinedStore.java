package academy.artisan.lms.progress.settling;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import academy.artisan.lms.progress.inflight.DirtyLesson;
import academy.artisan.lms.progress.inflight.LuaScript;
import academy.artisan.lms.progress.inflight.Shards;
import org.springframework.core.io.ClassPathResource;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/**
 * Redis as many learners see it side by side, each with a clock of its own: what their threads ask for meanwhile goes
 * there together, by a few plain connections, since a client for all purposes takes more time than Redis does.
 */
final class PipelinedStore extends StoreAtMoment implements AutoCloseable {

    private static final class Call {
        final byte[] command;
        final CompletableFuture<Object> answer = new CompletableFuture<>();

        Call(List<?> command) {
            this.command = PlainConnection.encode(command);
        }
    }

    private static final int LANES = 2;
    private static final int MOST_AT_ONCE = 500;

    private final BlockingQueue<Call> waiting = new LinkedBlockingQueue<>();
    private final List<PlainConnection> connections = new ArrayList<>();
    private final List<Thread> lanes = new ArrayList<>();
    private volatile boolean isClosed;

    PipelinedStore(LettuceConnectionFactory like) throws IOException {
        super(like);
        load(like, "open", "heartbeat", "presence", "close", "changed", "settled", "rest");
        for (var i = 0; i < LANES; i++) {
            var connection = new PlainConnection(like.getStandaloneConfiguration());
            connections.add(connection);
            lanes.add(Thread.ofPlatform().daemon().start(() -> work(connection)));
        }
    }

    private static void load(LettuceConnectionFactory redis, String... scripts) throws IOException {
        try (var connection = redis.getConnection()) {
            for (var script : scripts) {
                var text = new ClassPathResource("progress/%s.lua".formatted(script)).getContentAsByteArray();
                connection.scriptingCommands().scriptLoad(text);
            }
        }
    }

    @Override
    List<Object> send(LuaScript script, List<String> keys, Object... arguments) {
        var command = new ArrayList<Object>(List.of("EVALSHA", script.sha(), keys.size()));
        command.addAll(keys);
        command.addAll(List.of(arguments));
        return list(ask(command).join());
    }

    @Override
    List<Boolean> areDirty(DirtyLesson... lessons) {
        return list(ask(onDirty("SMISMEMBER", lessons)).join()).stream()
                .map(Long.valueOf(1)::equals)
                .toList();
    }

    void notDirty(DirtyLesson... lessons) {
        ask(onDirty("SREM", lessons)).join();
    }

    private static List<Object> onDirty(String command, DirtyLesson... lessons) {
        var parts = new ArrayList<Object>(
                List.of(command, unknownToTheFlusher(Shards.dirty(Shards.of(lessons[0].learner())))));
        parts.addAll(List.of(lessons));
        return parts;
    }

    @Override
    void lose(Stream<String> keys) {
        ask(unlink(keys)).join();
    }

    /** Lets nothing stay there; nobody waits for that. */
    void forget(Stream<String> keys, DirtyLesson... lessons) {
        waiting.add(new Call(unlink(keys)));
        waiting.add(new Call(onDirty("SREM", lessons)));
    }

    private static List<String> unlink(Stream<String> keys) {
        return Stream.concat(Stream.of("UNLINK"), keys).toList();
    }

    @SuppressWarnings("unchecked")
    private static List<Object> list(Object answer) {
        return (List<Object>) answer;
    }

    private CompletableFuture<Object> ask(List<?> command) {
        var call = new Call(command);
        waiting.add(call);
        return call.answer;
    }

    /** What was asked for is done before. */
    @Override
    public void close() {
        isClosed = true;
        try {
            for (var lane : lanes) {
                lane.join();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        connections.forEach(PlainConnection::close);
    }

    private void work(PlainConnection connection) {
        try {
            while (!isClosed || !waiting.isEmpty()) {
                var first = waiting.poll(100, TimeUnit.MILLISECONDS);
                if (first != null) {
                    var calls = new ArrayList<>(List.of(first));
                    waiting.drainTo(calls, MOST_AT_ONCE - 1);
                    answer(connection, calls);
                }
            }
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    private static void tell(CompletableFuture<Object> asking, Object answer) {
        if (answer instanceof RuntimeException wrong) {
            asking.completeExceptionally(wrong);
        } else {
            asking.complete(answer);
        }
    }

    private static void answer(PlainConnection connection, List<Call> calls) {
        try {
            connection.send(calls.stream().map(call -> call.command).toList());
            for (var call : calls) {
                tell(call.answer, connection.read());
            }
        } catch (IOException | RuntimeException failure) {
            calls.forEach(call -> call.answer.completeExceptionally(failure));
        }
    }
}
