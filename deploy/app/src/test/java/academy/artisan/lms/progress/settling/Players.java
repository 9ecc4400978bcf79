package academy.artisan.lms.progress.settling;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import academy.artisan.lms.progress.Coverage;
import academy.artisan.lms.progress.inflight.Heartbeat;
import academy.artisan.lms.progress.policy.WatchPolicy;
import academy.artisan.lms.progress.policy.WatchPolicy.PresenceChecks;
import academy.artisan.lms.progress.settling.Setting.Opened;

/** What players say: of what was watched, mostly in order, and under which policy. */
final class Players {

    record Sent(Opened by, Heartbeat beat) {}

    private static final double[] RATES = {1, 1, 1, 1.5, 2, 0.75};

    private final Random random;
    private final int[] lengths;
    private final List<Opened> opened;
    private final List<Sent> sent = new ArrayList<>();
    private double fastest;
    private int cursor;

    Players(Setting setting) {
        random = setting.random;
        lengths = setting.lengths;
        opened = setting.opened;
    }

    /** The highest rate that was allowed at any time. */
    double fastest() {
        return fastest;
    }

    void beginAnew() {
        cursor = 0;
    }

    Opened any(int oneOfSoMany) {
        return opened.get(random.nextInt(oneOfSoMany) == 0 ? random.nextInt(opened.size()) : opened.size() - 1);
    }

    Sent next() {
        if (!sent.isEmpty() && random.nextInt(8) == 0) {
            return sent.get(random.nextInt(sent.size()));
        }
        var by = any(12);
        var next = new Sent(by, heartbeat(by));
        sent.add(next);
        return next;
    }

    WatchPolicy policy() {
        var rate = RATES[random.nextInt(RATES.length)];
        fastest = Math.max(fastest, rate);
        return new WatchPolicy(
                rate,
                random.nextInt(4) == 0,
                random.nextInt(3) == 0,
                random.nextInt(3) == 0
                        ? new PresenceChecks(
                                Duration.ofSeconds(20L * (1 + random.nextInt(3))),
                                Duration.ofSeconds(random.nextBoolean() ? 5 : 60))
                        : null,
                random.nextInt(4) == 0 ? Duration.ofSeconds(10 + random.nextInt(150)) : null);
    }

    private Heartbeat heartbeat(Opened by) {
        var before = sent.stream()
                .filter(one -> one.by().equals(by))
                .mapToLong(one -> one.beat().sequence())
                .max()
                .orElse(0);
        var dice = random.nextInt(10);
        var sequence =
                dice < 7 ? before + 1 : dice == 7 ? before + 2 + random.nextInt(3) : Math.max(1, before - dice + 8);
        return new Heartbeat(
                sequence,
                random.nextInt(lengths[by.lesson()] + 1),
                random.nextInt(6) > 0,
                random.nextBoolean() ? -1 : random.nextInt(600_000),
                claims(lengths[by.lesson()]));
    }

    private Coverage claims(int length) {
        var ranges = new ArrayList<Coverage.Range>();
        var dice = random.nextInt(20);
        if (dice == 0) {
            return Coverage.of(List.of(new Coverage.Range(0, length)));
        }
        var count = dice == 1 ? random.nextInt(20) : dice < 5 ? 2 : dice == 5 ? 0 : 1;
        for (var i = 0; i < count; i++) {
            var from = random.nextInt(3) > 0
                    ? Math.clamp(cursor + random.nextInt(7) - 2, 0, length)
                    : random.nextInt(length);
            cursor = Math.min(length, from + random.nextInt(25));
            ranges.add(new Coverage.Range(from, cursor));
        }
        return Coverage.of(ranges);
    }
}
