package academy.artisan.lms.compliance;

import java.util.UUID;

import academy.artisan.lms.support.InvalidFields;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class TrainingCursorTests {

    @Test
    void comesBackAsItWentOut() {
        var cursor = new TrainingCursor("0001.0002", UUID.randomUUID(), UUID.randomUUID());
        assertThat(TrainingCursor.decode(cursor.encode())).isEqualTo(cursor);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "äöü", "MDAwMQ", "MDAwMS94L3k", "Jy8vLy8"})
    void whatIsNoCursorIsRefusedByName(String after) {
        assertThatExceptionOfType(InvalidFields.class)
                .isThrownBy(() -> TrainingCursor.decode(after))
                .satisfies(refused ->
                        assertThat(refused.errors().getFirst().field()).isEqualTo("after"));
    }
}
