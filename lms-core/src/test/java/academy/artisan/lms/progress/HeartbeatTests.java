package academy.artisan.lms.progress;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

import academy.artisan.lms.progress.Coverage.Range;
import academy.artisan.lms.support.InvalidFields;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
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
        assertRefused("positionSeconds", () -> Heartbeat.of(1, second, 1, List.of(), DURATION));
    }

    @Test
    void aReversedIntervalIsRefusedByItsPlace() {
        assertRefused("intervals[1]", () -> claims(0.0, 1.0, 9.0, 3.0));
    }

    @Test
    void whatIsNoPairIsRefused() {
        for (var interval : Arrays.asList(List.of(1.0), Arrays.asList(1.0, null), null)) {
            assertRefused("intervals[0]", () -> Heartbeat.of(1, 0, 1, Collections.singletonList(interval), DURATION));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, 16.5, Double.NaN})
    void anImpossibleRateIsRefused(double rate) {
        assertRefused("rate", () -> Heartbeat.of(1, 0, rate, List.of(), DURATION));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -5, Long.MAX_VALUE})
    void anImpossibleSequenceIsRefused(long sequence) {
        assertRefused("sequence", () -> Heartbeat.of(sequence, 0, 1, List.of(), DURATION));
    }

    @Test
    void aFloodOfIntervalsIsRefused() {
        assertRefused("intervals", () -> Heartbeat.of(1, 0, 1, Collections.nCopies(501, List.of(0.0, 1.0)), DURATION));
    }

    /** Pairs of from and to. */
    private static Coverage claims(double... bounds) {
        var intervals = new ArrayList<List<Double>>();
        for (var i = 0; i < bounds.length; i += 2) {
            intervals.add(List.of(bounds[i], bounds[i + 1]));
        }
        return Heartbeat.of(1, 0, 1, List.copyOf(intervals), DURATION).claims();
    }

    private static void assertRefused(String field, ThrowingCallable call) {
        assertThatExceptionOfType(InvalidFields.class)
                .isThrownBy(call)
                .satisfies(refused -> assertThat(refused.errors())
                        .singleElement()
                        .satisfies(error -> assertThat(error.field()).isEqualTo(field)));
    }
}
