package academy.artisan.lms.search.log;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;

import academy.artisan.lms.support.InvalidFields;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class QueryCursorTests {

    @Test
    void aCursorIsReadAsItWasWritten() {
        var query = new AskedQuery("6轴~机器人", 12, true, 0, null, Instant.EPOCH);

        assertThat(QueryCursor.parse(QueryCursor.of(query))).isEqualTo(new QueryCursor(12, "6轴~机器人"));
        assertThat(QueryCursor.parse(null)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12", "x~焊接", "-1~焊接", "9999999999999999999~焊接", "5~\u0000"})
    void whatIsNoCursorIsRefused(String text) {
        var opaque = Base64.getUrlEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));

        assertThatExceptionOfType(InvalidFields.class).isThrownBy(() -> QueryCursor.parse(opaque));
        assertThatExceptionOfType(InvalidFields.class).isThrownBy(() -> QueryCursor.parse(text + "!"));
    }
}
