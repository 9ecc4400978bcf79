package academy.artisan.lms.search.text;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class PinyinTests {

    @ParameterizedTest
    @CsvSource({
        "焊接机器人, hanjiejiqiren, hjjqr",
        "重庆银行, chongqingyinhang, cqyh",
        "PLC编程, plcbiancheng, plcbc",
        "6轴机器人, 6zhoujiqiren, 6zjqr",
        "ＰＬＣ, plc, plc",
        "绿色女工, lvsenvgong, lsng",
        "han jie, hanjie, hanjie",
        "hàn jiē, hanjie, hanjie",
        "《安全（生产）》, anquanshengchan, aqsc"
    })
    void textIsReadAsItIsTyped(String text, String whole, String initials) {
        var pinyin = Pinyin.of(text);

        assertThat(pinyin.whole()).isEqualTo(whole);
        assertThat(pinyin.wholeInitials()).isEqualTo(initials);
    }

    @Test
    void itCanBeTypedFromAnySyllableOn() {
        var pinyin = Pinyin.of("PLC编程");

        assertThat(pinyin.parts()).containsExactly("plcbiancheng", "biancheng", "cheng");
        assertThat(pinyin.partsOfInitials()).containsExactly("plcbc", "bc", "c");
    }

    @ParameterizedTest
    @CsvSource({"''", "🔥", "※★", "' '"})
    void whatHasNoSoundIsSilent(String text) {
        assertThat(Pinyin.of(text).syllables()).isEmpty();
    }
}
