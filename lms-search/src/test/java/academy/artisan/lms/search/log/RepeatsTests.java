package academy.artisan.lms.search.log;

import java.time.LocalDate;

import academy.artisan.lms.identity.PersonId;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RepeatsTests {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    private final Repeats repeats = new Repeats();
    private final PersonId person = PersonId.next();

    @Test
    void onlyTheSameQueryOfTheSamePersonOnTheSameDayIsARepeat() {
        assertThat(repeats.isOne(person, "焊接", DAY)).isFalse();
        assertThat(repeats.isOne(person, "焊接", DAY)).isTrue();
        assertThat(repeats.isOne(person, "电焊", DAY)).isFalse();
        assertThat(repeats.isOne(person, "焊接", DAY.plusDays(1))).isFalse();
        assertThat(repeats.isOne(PersonId.next(), "焊接", DAY)).isFalse();
    }
}
