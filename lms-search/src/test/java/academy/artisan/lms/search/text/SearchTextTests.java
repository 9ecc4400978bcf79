package academy.artisan.lms.search.text;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SearchTextTests {

    @Test
    void whatNoTextIsMadeOfBecomesSpace() {
        assertThat(SearchText.clean("\u0000焊\u0007接\n\uD83D 机器人 ")).isEqualTo("焊 接  机器人");
    }

    @Test
    void ordinaryTextStaysAsItIs() {
        assertThat(SearchText.clean("G代码 (S7-1200) 🔥 *:*")).isEqualTo("G代码 (S7-1200) 🔥 *:*");
    }
}
