package academy.artisan.lms.progress.settling;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import academy.artisan.lms.progress.PlaybackId;
import academy.artisan.lms.progress.settling.Setting.Opened;
import academy.artisan.lms.progress.settling.Setting.Parts;

import static academy.artisan.lms.progress.settling.Oracle.SECOND;
import static academy.artisan.lms.progress.settling.Setting.seconds;
import static org.assertj.core.api.Assertions.assertThat;

/** What has to hold whatever happened. */
final class AfterSchedule {

    private final Setting setting;
    private final Parts parts;
    private final Remembered remembered;
    private final double fastest;

    AfterSchedule(Setting setting, double fastest) {
        this.setting = setting;
        parts = setting.parts;
        remembered = setting.remembered();
        this.fastest = fastest;
    }

    /**
     * @param firstOpened how much time had passed when a lesson was opened first
     * @param openedAfter how much had when a playback was
     */
    void check(long[] firstOpened, Map<PlaybackId, Long> openedAfter) {
        setting.note(() -> "at the end");
        remembered.forgetLost();
        var dirty = parts.store().areDirty(setting.lessons);
        var changes = parts.unsettled().changed(List.of(setting.lessons));
        var covered = 0;
        for (var which = 0; which < 2; which++) {
            assertThat(dirty.get(which)).isEqualTo(remembered.lessons[which].dirty);
            covered += checkLesson(which, changes, firstOpened[which]);
        }
        assertWithin(covered, fastest, setting.passed());
        setting.opened.forEach(one -> checkPlayback(
                one, changes, Objects.requireNonNull(openedAfter.get(one.token().playbackId()))));
        checkDays();
    }

    private void checkPlayback(Opened one, List<Changed> changes, long openedAfter) {
        var token = one.token();
        var credited = new BitSet();
        remembered.credits.stream()
                .filter(credit -> credit.playback().equals(token.playbackId()))
                .forEach(credit -> credited.or(credit.seconds()));
        assertWithin(credited.cardinality(), token.policy().maxRate(), setting.passed() - openedAfter);
        var id = token.playbackId().value();
        var evidence = seconds(parts.durable().evidence(List.of(id)));
        changes.stream()
                .flatMap(change -> change.stretches().stream())
                .filter(stretch -> stretch.playback().equals(id))
                .forEach(stretch -> evidence.set(stretch.from(), stretch.to()));
        assertThat(Remembered.contains(evidence, credited))
                .as("evidence of %s", id)
                .isTrue();
    }

    private int checkLesson(int which, List<Changed> changes, long firstOpened) {
        var lesson = setting.lessons[which];
        var known = parts.durable().lesson(lesson);
        var right = remembered.durable[which];
        assertThat(seconds(known.coverage())).isEqualTo(right.seen);
        assertThat(known.watchedMillis()).isEqualTo(right.watched);
        assertThat(known.positionSeconds()).isEqualTo(right.position);
        var evidence = seconds(parts.durable()
                .evidence(setting.opened.stream()
                        .filter(one -> one.lesson() == which)
                        .map(one -> one.token().playbackId().value())
                        .toList()));
        assertThat(evidence).as("evidence of what is durable").isEqualTo(right.seen);
        changes.stream()
                .filter(change -> change.lesson().equals(lesson))
                .flatMap(change -> change.stretches().stream())
                .forEach(stretch -> evidence.set(stretch.from(), stretch.to()));
        var covered = remembered.known(which);
        assertThat(evidence).as("evidence").isEqualTo(covered);
        if (firstOpened != Long.MAX_VALUE) {
            assertWithin(covered.cardinality(), fastest, setting.passed() - firstOpened);
        }
        return covered.cardinality();
    }

    private void checkDays() {
        assertThat(parts.durable().days(setting.learner())).isEqualTo(remembered.durableDays);
        remembered.creditedByDay.forEach((day, credited) -> {
            var kept = remembered.credits.stream()
                    .filter(credit -> credit.day().equals(day))
                    .mapToInt(credit -> credit.seconds().cardinality())
                    .sum();
            var counted = Math.max(
                    remembered.days.getOrDefault(day, 0),
                    Objects.requireNonNull(remembered.durableDays.getOrDefault(day, 0)));
            assertThat(counted).as("seconds of %s", day).isBetween(kept, credited);
        });
    }

    private static void assertWithin(int seconds, double rate, long micros) {
        assertThat(seconds * (double) SECOND).as("time for %d seconds", seconds).isLessThanOrEqualTo(micros * rate);
    }
}
