package academy.artisan.lms.progress.settling;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import academy.artisan.lms.progress.inflight.InFlightStore;
import academy.artisan.lms.progress.inflight.Shards;
import academy.artisan.lms.progress.settling.Remembered.Snapshot;
import academy.artisan.lms.progress.settling.Setting.Parts;
import academy.artisan.lms.progress.settling.Unsettled.Settlement;

import static academy.artisan.lms.progress.settling.Setting.seconds;
import static org.assertj.core.api.Assertions.assertThat;

/** Nodes that settle: each may end before it writes what it read, or before it says so. */
final class SettlingNodes {

    /** What a settling node holds. */
    private static final class Reading {
        final List<Changed> changes = new ArrayList<>();
        final List<Snapshot> snapshots = new ArrayList<>();
        boolean written;
    }

    private final Setting setting;
    private final Parts parts;
    private final Random random;
    private final Oracle oracle;
    private final Remembered remembered;
    private final List<Reading> readings = new ArrayList<>();

    SettlingNodes(Setting setting) {
        this.setting = setting;
        parts = setting.parts;
        random = setting.random;
        oracle = setting.oracle;
        remembered = setting.remembered();
    }

    /** A write that began before Redis was emptied ends, or never does. */
    void endOrNeverDo() {
        readings.stream()
                .filter(reading -> !reading.written && random.nextBoolean())
                .forEach(this::write);
        readings.removeIf(reading -> !reading.written);
    }

    void read() {
        var reading = new Reading();
        var which = random.nextInt(3);
        setting.note(() -> "read lesson %d of 0 and 1, or both".formatted(which));
        reading.changes.addAll(
                parts.unsettled().changed(which == 2 ? List.of(setting.lessons) : List.of(setting.lessons[which])));
        for (var i = 0; i < 2; i++) {
            var right = which == 2 || which == i ? remembered.read(i) : null;
            if (right != null) {
                reading.snapshots.add(right);
            }
        }
        assertThat(reading.changes).hasSameSizeAs(reading.snapshots);
        for (var i = 0; i < reading.changes.size(); i++) {
            assertAsRead(reading.changes.get(i), reading.snapshots.get(i));
        }
        if (!reading.changes.isEmpty()) {
            readings.add(reading);
        }
    }

    private void assertAsRead(Changed change, Snapshot right) {
        assertThat(change.stretches()).noneMatch(stretch -> stretch.until().isBefore(stretch.since()));
        assertThat(change.playback()).isEqualTo(right.playback());
        assertThat(change.sequence()).isEqualTo(right.sequence());
        assertThat(change.position()).isEqualTo(right.position());
        assertThat(change.watchedMillis()).isEqualTo(right.watched());
        assertThat(InFlightStore.micros(change.at())).isEqualTo(right.at());
        assertThat(change.days()).isEqualTo(right.days());
        var together = seconds(change.coverage());
        if (!remembered.lessons[right.lesson()].seenHeld) {
            together.or(remembered.durable[right.lesson()].seen);
        }
        assertThat(together).isEqualTo(right.seen());
    }

    void write() {
        if (!readings.isEmpty()) {
            write(readings.get(random.nextInt(readings.size())));
        }
    }

    private void write(Reading reading) {
        setting.note(() -> "write %s".formatted(reading.snapshots));
        reading.written = true;
        reading.snapshots.forEach(remembered::write);
        parts.durable().write(reading.changes);
    }

    void settle() {
        var written = readings.stream().filter(reading -> reading.written).toList();
        if (written.isEmpty()) {
            return;
        }
        var reading = written.get(random.nextInt(written.size()));
        setting.note(() -> "settle %s".formatted(reading.snapshots));
        var right = reading.snapshots.stream().filter(oracle::settle).count();
        var settlements = reading.changes.stream()
                .map(change -> new Settlement(change, false, false))
                .toList();
        var shard = Shards.of(setting.learner());
        assertThat(parts.unsettled().settle(shard, settlements, Duration.ZERO)).isEqualTo((int) right);
        if (random.nextBoolean()) {
            readings.remove(reading);
        }
    }
}
