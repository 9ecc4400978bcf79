package academy.artisan.lms.search.query;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class DidYouMeanTests {

    private static final List<String> FOUND = List.of("焊接机器人编程入门", "FANUC机器人维护", "工业机器人", "光伏电站", "数控");

    @ParameterizedTest
    @CsvSource({
        "焊接机气人, 焊接机器人",
        "悍接机器人, 焊接机器人",
        "hanjiejiqirne, 焊接机器人",
        "FANCU, FANUC",
        "fanuc机气人, FANUC机器人",
    })
    void aPieceThatSoundsAlmostTheSameIsMeant(String typed, String meant) {
        assertThat(DidYouMean.of(typed, FOUND)).contains(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"焊接机器人", "焊接機器人", "fanuc", "", "焊", "苏绣技法", "电焊", "hj机器人", "!!!", "焊接机器人编程入门之外还有很多别的东西可以学"})
    void whatStandsThereOrSoundsLikeNothingThereIsLeftAlone(String typed) {
        assertThat(DidYouMean.of(typed, FOUND)).isEmpty();
    }

    @Test
    void whereNothingWasFoundNothingIsMeant() {
        assertThat(DidYouMean.of("焊接机气人", List.of())).isEmpty();
    }
}
