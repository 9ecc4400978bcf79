package academy.artisan.lms.search;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CursorTests {

    private static final UUID COURSE = UUID.fromString("01a2051c-5455-7337-b239-57ad2f05102c");

    @Test
    void itComesBackAsItWas() {
        var byScore = new Cursor.ByScore(30.289642, COURSE);
        var byTime = new Cursor.ByTime(1_795_382_072_405L, COURSE);

        assertThat(Cursor.parse(byScore.opaque(), true)).isEqualTo(byScore);
        assertThat(Cursor.parse(byTime.opaque(), false)).isEqualTo(byTime);
    }

    @Test
    void verySmallScoresComeBackToo() {
        var cursor = new Cursor.ByScore(1.0E-7, COURSE);

        assertThat(Cursor.parse(cursor.opaque(), true)).isEqualTo(cursor);
    }

    @Test
    void theCursorOfAnotherKindOfSearchIsRefused() {
        var byTime = new Cursor.ByTime(5, COURSE).opaque();

        assertThatThrownBy(() -> Cursor.parse(byTime, true))
                .isInstanceOfSatisfying(
                        InvalidCursor.class,
                        problem -> assertThat(problem.errors())
                                .singleElement()
                                .extracting("field")
                                .isEqualTo("after"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "abc",
                "s1.0",
                "s1.0~nobody",
                "s--1~01a2051c-5455-7337-b239-57ad2f05102c",
                "s99999999999999999999999999999E9999999~01a2051c-5455-7337-b239-57ad2f05102c",
                "s1.0~------------------------------------",
            })
    void nonsenseIsRefused(String text) {
        var encoded = Base64.getUrlEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> Cursor.parse(encoded, true)).isInstanceOf(InvalidCursor.class);
        assertThatThrownBy(() -> Cursor.parse(text + "!", true)).isInstanceOf(InvalidCursor.class);
    }
}
