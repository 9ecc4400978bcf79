package academy.artisan.lms.bench.measure;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import academy.artisan.lms.bench.Latencies;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import org.jspecify.annotations.Nullable;

/** One run of a load, on the one thread that has all connections. */
final class Round {

    private static final int MOST_ANSWERS = 4_000_000;

    private final Requests requests;
    private final int perSecond;
    private final Duration length;
    private final Latencies latencies = new Latencies(MOST_ANSWERS);
    private final ArrayDeque<Channel> idle = new ArrayDeque<>();
    private final ArrayDeque<Long> due = new ArrayDeque<>();
    private final Map<Channel, Long> asked = new HashMap<>();
    private @Nullable CompletableFuture<Figures> result;
    private long begun;
    private long planned;
    private long answered;
    private long refused;

    /** @param perSecond 0 for as many as are answered */
    Round(Requests requests, int perSecond, Duration length) {
        this.requests = requests;
        this.perSecond = perSecond;
        this.length = length;
    }

    void begin(Collection<Channel> channels, CompletableFuture<Figures> figures) {
        result = figures;
        begun = System.nanoTime();
        if (perSecond == 0) {
            channels.forEach(channel -> ask(channel, System.nanoTime()));
        } else {
            idle.addAll(channels);
        }
    }

    void tick() {
        if (result == null || perSecond == 0) {
            return;
        }
        var elapsed = Math.min(System.nanoTime() - begun, length.toNanos());
        while (planned < elapsed / 1e9 * perSecond) {
            due.add(begun + (long) (planned * 1e9 / perSecond));
            planned++;
        }
        while (!due.isEmpty() && !idle.isEmpty()) {
            ask(idle.remove(), due.remove());
        }
        endIfOver();
    }

    private void ask(Channel channel, long since) {
        asked.put(channel, since);
        Load.send(channel, requests.next());
    }

    void answered(Channel channel, int status, ByteBuf body) {
        var since = asked.remove(channel);
        if (since == null) {
            return;
        }
        latencies.add(System.nanoTime() - since);
        answered++;
        if (status != 200) {
            refused++;
        }
        requests.answered(status, body);
        if (perSecond > 0 && !due.isEmpty()) {
            ask(channel, due.remove());
        } else if (perSecond == 0 && !isOver()) {
            ask(channel, System.nanoTime());
        } else {
            idle.add(channel);
            endIfOver();
        }
    }

    private boolean isOver() {
        return System.nanoTime() - begun >= length.toNanos();
    }

    private void endIfOver() {
        if (result != null && isOver() && asked.isEmpty() && due.isEmpty()) {
            result.complete(new Figures(answered, refused, (System.nanoTime() - begun) / 1e9, latencies));
        }
    }

    void fail(RuntimeException failure) {
        if (result != null) {
            result.completeExceptionally(failure);
        }
    }
}
