package academy.artisan.lms.course;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class LearningHoursTests {

    @ParameterizedTest
    @CsvSource({"0, 0.00", "26, 0.00", "27, 0.01", "2699, 0.99", "2700, 1.00", "4050, 1.50", "8100, 3.00"})
    void anHourIsFortyFiveMinutesAndNeverRoundedUp(long seconds, String hours) {
        assertThat(LearningHours.of(seconds)).hasToString(hours);
    }
}
