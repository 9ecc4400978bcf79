package academy.artisan.lms.search.query;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;

import co.elastic.clients.elasticsearch._types.FieldValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CursorTests {

    private static final UUID COURSE = UUID.fromString("01a2051c-5455-7337-b239-57ad2f05102c");

    @ParameterizedTest
    @ValueSource(doubles = {30.289642, 1.0E-7, 0, 12345.5})
    void theCursorOfAScoreComesBackAsItWas(double score) {
        var cursor = new Cursor(Order.RELEVANCE, FieldValue.of(score), COURSE);

        var back = Cursor.parse(cursor.opaque(), Order.RELEVANCE);
        assertThat(back.value().doubleValue()).isEqualTo(score);
        assertThat(back.courseId()).isEqualTo(COURSE);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "RELEVANCE")
    void theCursorOfAWholeNumberComesBackAsItWas(Order order) {
        var cursor = new Cursor(order, FieldValue.of(1_795_382_072_405L), COURSE);

        var back = Cursor.parse(cursor.opaque(), order);
        assertThat(back.value().longValue()).isEqualTo(1_795_382_072_405L);
        assertThat(Order.values())
                .filteredOn(other -> other.letter == order.letter)
                .containsExactly(order);
    }

    @Test
    void theCursorOfAnotherOrderIsRefused() {
        var byTime = new Cursor(Order.NEWEST, FieldValue.of(5L), COURSE).opaque();

        assertThatThrownBy(() -> Cursor.parse(byTime, Order.RELEVANCE))
                .isInstanceOfSatisfying(
                        InvalidCursor.class,
                        problem -> assertThat(problem.errors())
                                .singleElement()
                                .extracting("field")
                                .isEqualTo("after"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.5", "1E5", "-1", "99999999999999999999", ""})
    void whatIsNoWholeNumberIsRefusedWhereOneIsOrderedBy(String value) {
        var encoded =
                Base64.getUrlEncoder().encodeToString(("t" + value + "~" + COURSE).getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> Cursor.parse(encoded, Order.NEWEST)).isInstanceOf(InvalidCursor.class);
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
                "s1.0~01a2051c-5455-7337-b239-57ad2f05102",
                "s1.0~01a2051c-5455-7337-b239-57ad2f05102c0",
                "s1.0~01a2051c5-455-7337-b239-57ad2f05102c",
                "s-1.0~01a2051c-5455-7337-b239-57ad2f05102c",
                "s1E999~01a2051c-5455-7337-b239-57ad2f05102c",
                "s1E39~01a2051c-5455-7337-b239-57ad2f05102c",
                "s1E~01a2051c-5455-7337-b239-57ad2f05102c",
                "s1.2.3~01a2051c-5455-7337-b239-57ad2f05102c",
                "sNaN~01a2051c-5455-7337-b239-57ad2f05102c",
                "sInfinity~01a2051c-5455-7337-b239-57ad2f05102c",
                "s-Infinity~01a2051c-5455-7337-b239-57ad2f05102c",
            })
    void nonsenseIsRefused(String text) {
        var encoded = Base64.getUrlEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> Cursor.parse(encoded, Order.RELEVANCE)).isInstanceOf(InvalidCursor.class);
        assertThatThrownBy(() -> Cursor.parse(text + "!", Order.RELEVANCE)).isInstanceOf(InvalidCursor.class);
    }
}
