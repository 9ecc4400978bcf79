package academy.artisan.lms.bench.progress;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import io.lettuce.core.LettuceFutures;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.StatefulRedisConnection;
import org.jspecify.annotations.Nullable;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.MINUTES;

/** The scripts of progress in flight, sent straight to Redis by a pipelined client. */
final class Flight {

    private static final int IN_PIPELINE = 2000;
    private static final byte[] NOTHING = {};

    private final StatefulRedisConnection<byte[], byte[]> redis;
    private final byte[] heartbeat;
    private final byte[] open;
    private final String heartbeatSha;
    private final String openSha;
    private final ArrayDeque<RedisFuture<?>> waiting = new ArrayDeque<>();

    Flight(StatefulRedisConnection<byte[], byte[]> redis, Path scripts) throws IOException {
        this.redis = redis;
        heartbeat = Files.readAllBytes(scripts.resolve("heartbeat.lua"));
        open = Files.readAllBytes(scripts.resolve("open.lua"));
        heartbeatSha = redis.sync().scriptLoad(heartbeat);
        openSha = redis.sync().scriptLoad(open);
        redis.setAutoFlushCommands(false);
    }

    /** Opens the lesson for each of them as if PostgreSQL knew these first seconds of it. */
    void open(List<Learner> learners, int knownSeconds) {
        var seen = new byte[Math.ceilDiv(Population.LESSON_SECONDS, 8)];
        for (var second = 0; second < knownSeconds; second++) {
            seen[second / 8] |= (byte) (0x80 >> (second % 8));
        }
        for (var learner : learners) {
            send(
                    openSha,
                    keys(learner, ":seen:%s:%s:known".formatted(learner.enrolment(), learner.lesson())),
                    bytes(learner.playback()),
                    NOTHING,
                    NOTHING,
                    seen,
                    bytes("0"),
                    bytes("0"),
                    bytes(Population.LESSON_SECONDS));
        }
        settle();
    }

    /** One heartbeat with the claim of a few seconds. */
    void beat(Learner learner, int sequence, int from, int to) {
        send(
                heartbeatSha,
                keys(learner, null),
                bytes(learner.playback()),
                bytes(sequence),
                bytes(to),
                bytes("-1"),
                bytes("1"),
                NOTHING,
                bytes(learner.person() + ":" + learner.enrolment() + ":" + learner.lesson()),
                bytes(Population.LESSON_SECONDS),
                bytes("300000000"),
                bytes("10000000"),
                bytes("3600000000"),
                bytes("28800"),
                bytes("1000"),
                bytes("0"),
                bytes("0"),
                bytes("-1"),
                bytes("0"),
                bytes("0"),
                NOTHING,
                bytes("0"),
                bytes(from),
                bytes(to));
    }

    private static byte[][] keys(Learner learner, @Nullable String last) {
        var shard = learner.shard();
        var lesson = learner.enrolment() + ":" + learner.lesson();
        return new byte[][] {
            bytes(shard + ":playback:" + learner.person()),
            bytes(shard + ":seen:" + lesson),
            bytes(shard + ":lesson:" + lesson),
            bytes(shard + ":days:" + learner.person()),
            bytes(shard + (last == null ? ":dirty" : last))
        };
    }

    private void send(String sha, byte[][] keys, byte[]... arguments) {
        waiting.add(redis.async().evalsha(sha, ScriptOutputType.MULTI, keys, arguments));
        if (waiting.size() >= IN_PIPELINE) {
            redis.flushCommands();
            while (waiting.size() > IN_PIPELINE / 2) {
                await(waiting.remove());
            }
        }
    }

    /** Waits for all answers. */
    void settle() {
        redis.flushCommands();
        waiting.forEach(Flight::await);
        waiting.clear();
    }

    private static void await(RedisFuture<?> answer) {
        LettuceFutures.awaitOrCancel(answer, 1, MINUTES);
    }

    /** A figure of {@code INFO}. */
    long figure(String section, String name) {
        var answer = redis.async().info(section);
        redis.flushCommands();
        return new String(LettuceFutures.awaitOrCancel(answer, 1, MINUTES).getBytes(UTF_8), UTF_8)
                .lines()
                .filter(line -> line.startsWith(name))
                .map(line -> line.replaceAll("^" + name + "[:=](?:calls=)?(\\d+).*$", "$1"))
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElse(0);
    }

    /** How many lessons wait to be settled. */
    long waitingLessons() {
        return inAllShards(shard -> redis.async().scard(bytes(shard + ":dirty")));
    }

    /** Of how many enrolments others are still to hear what was settled. */
    long untoldEnrolments() {
        return inAllShards(shard -> redis.async().zcard(bytes(shard + ":untold")));
    }

    private long inAllShards(Function<String, RedisFuture<Long>> count) {
        var counts = new ArrayDeque<RedisFuture<Long>>();
        for (var shard = 0; shard < 64; shard++) {
            counts.add(count.apply("{s%04d}".formatted(shard)));
        }
        redis.flushCommands();
        return counts.stream()
                .mapToLong(each -> LettuceFutures.awaitOrCancel(each, 1, MINUTES))
                .sum();
    }

    void forgetAll() {
        var answer = redis.async().flushdb();
        redis.flushCommands();
        await(answer);
    }

    private static byte[] bytes(int number) {
        return bytes(Integer.toString(number));
    }

    private static byte[] bytes(UUID id) {
        return bytes(id.toString());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
