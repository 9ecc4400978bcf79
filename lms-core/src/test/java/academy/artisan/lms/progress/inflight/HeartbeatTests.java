package academy.artisan.lms.progress.inflight;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

import academy.artisan.lms.progress.Coverage;
import academy.artisan.lms.progress.Coverage.Range;
import academy.artisan.lms.support.InvalidFields;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class HeartbeatTests {

    private static final int DURATION = 40;

    @Test
    void intervalsThatTouchLeaveNoGapAndDoNotOverlap() {
        assertThat(claims(0.0, 4.7, 4.7, 9.9).ranges()).containsExactly(new Range(0, 9));
        assertThat(claims(0.0, 4.7).seconds() + claims(4.7, 9.9).seconds()).isEqualTo(9);
    }

    @Test
    void overlappingIntervalsInAnyOrderAreUnited() {
        assertThat(claims(20.0, 30.0, 0.0, 10.0, 5.0, 22.0).ranges()).containsExactly(new Range(0, 30));
    }

    @Test
    void aPlayerMayOvershootTheEndByItsClock() {
        assertThat(claims(35.0, 40.6).ranges()).containsExactly(new Range(35, 40));
    }

    @Test
    void anIntervalOfNothingClaimsNothing() {
        assertThat(claims(7.0, 7.0, 8.1, 8.9)).isEqualTo(Coverage.NONE);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, 41.5, 1e300, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void aSecondOutsideOfTheLessonIsRefused(double second) {
        assertRefused("intervals[0]", () -> claims(0.0, second));
        assertRefused("intervals[0]", () -> claims(second, 40.0));
        assertRefused("positionSeconds", () -> beat(1, second, 1, List.of()));
    }

    @Test
    void aReversedIntervalIsRefusedByItsPlace() {
        assertRefused("intervals[1]", () -> claims(0.0, 1.0, 9.0, 3.0));
    }

    @Test
    void whatIsNoPairIsRefused() {
        for (var interval : Arrays.asList(List.of(1.0), Arrays.asList(1.0, null), null)) {
            assertRefused("intervals[0]", () -> beat(1, 0, 1, Collections.singletonList(interval)));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, 16.5, Double.NaN})
    void anImpossibleRateIsRefused(double rate) {
        assertRefused("rate", () -> beat(1, 0, rate, List.of()));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -5, Long.MAX_VALUE})
    void anImpossibleSequenceIsRefused(long sequence) {
        assertRefused("sequence", () -> beat(sequence, 0, 1, List.of()));
    }

    @Test
    void aFloodOfIntervalsIsRefused() {
        assertRefused("intervals", () -> beat(1, 0, 1, Collections.nCopies(501, List.of(0.0, 1.0))));
    }

    @Test
    void whatIsReportedLateIsOneHeartbeatForWhatWasSeenAndOneForTheRest() {
        var merged = Heartbeat.merge(
                List.of(
                        report(4, 12, false, List.of(List.of(10.0, 12.0))),
                        report(3, 8, true, List.of(List.of(4.0, 8.0))),
                        report(2, 5, true, List.of(List.of(2.0, 5.0)))),
                true);
        assertThat(merged).extracting(Heartbeat::sequence).containsExactly(3L, 4L);
        assertThat(merged).extracting(Heartbeat::visible).containsExactly(true, false);
        assertThat(merged.getFirst().position()).isEqualTo(8);
        assertThat(merged.getFirst().claims().ranges()).containsExactly(new Coverage.Range(2, 8));
    }

    private static Heartbeat report(long sequence, double position, boolean visible, List<List<Double>> intervals) {
        var report = new HeartbeatReport(sequence, position, 1.0, List.copyOf(intervals), visible, null);
        return Heartbeat.of(report, DURATION, "");
    }

    /** Pairs of from and to. */
    private static Coverage claims(double... bounds) {
        var intervals = new ArrayList<List<Double>>();
        for (var i = 0; i < bounds.length; i += 2) {
            intervals.add(List.of(bounds[i], bounds[i + 1]));
        }
        return beat(1, 0, 1, List.copyOf(intervals)).claims();
    }

    private static Heartbeat beat(long sequence, double position, double rate, List<@Nullable List<Double>> intervals) {
        return Heartbeat.of(new HeartbeatReport(sequence, position, rate, intervals, null, null), DURATION, "");
    }

    private static void assertRefused(String field, ThrowingCallable call) {
        assertThatExceptionOfType(InvalidFields.class)
                .isThrownBy(call)
                .satisfies(refused -> assertThat(refused.errors())
                        .singleElement()
                        .satisfies(error -> assertThat(error.field()).isEqualTo(field)));
    }
}
