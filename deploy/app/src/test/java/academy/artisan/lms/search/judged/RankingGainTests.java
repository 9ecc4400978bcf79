package academy.artisan.lms.search.judged;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class RankingGainTests {

    private static final double CLOSE = 0.0001;

    @Test
    void theBestOrderGainsAll() {
        assertThat(RankingGain.of(List.of(3, 2, 1), List.of(0, 1, 2, 3, 0))).isEqualTo(1);
    }

    @Test
    void whatComesLaterGainsLess() {
        // 3/log2(2) + 7/log2(3) = 3 + 4.4165 of 7/log2(2) + 3/log2(3) = 7 + 1.8928
        assertThat(RankingGain.of(List.of(2, 3), List.of(2, 3))).isCloseTo(7.4165 / 8.8928, within(CLOSE));
    }

    @Test
    void whatIsNotFoundIsMissing() {
        // 7/log2(4) = 3.5 of 7/log2(2) + 7/log2(3) = 7 + 4.4165
        assertThat(RankingGain.of(List.of(0, 0, 3), List.of(3, 3, 0, 0))).isCloseTo(3.5 / 11.4165, within(CLOSE));
    }

    @Test
    void onlyTheFirstTenCount() {
        var elevenOfOne = List.of(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3);

        assertThat(RankingGain.of(elevenOfOne, elevenOfOne)).isZero();
        assertThat(RankingGain.of(List.of(1, 1, 1, 1, 1, 1, 1, 1, 1, 1), List.of(1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1)))
                .isEqualTo(1);
    }

    @Test
    void nothingFoundGainsNothing() {
        assertThat(RankingGain.of(List.of(), List.of(3, 1))).isZero();
    }
}
