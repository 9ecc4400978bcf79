package academy.artisan.lms.media.captions;

import academy.artisan.lms.support.InvalidFields;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CaptionLanguageTests {

    @ParameterizedTest
    @CsvSource({
        "zh-cn, zh-CN",
        "ZH-hans, zh-Hans",
        "zh-hant-tw, zh-Hant-TW",
        "EN, en",
        "eng, en",
        "zho, zh",
        "yue, yue",
        "es-419, es-419",
        "de-1996, de-1996"
    })
    void tagIsBroughtIntoItsCanonicalForm(String text, String tag) {
        assertThat(CaptionLanguage.of(text).tag()).isEqualTo(tag);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "und",
                "中文",
                "zh_CN",
                "xx",
                "zh-XX",
                "english",
                "x-mine",
                "zh-u-ca-chinese",
                "a",
                "zh-",
                "../en",
                "de-variant1-variant2-variant3-variant4"
            })
    void whatIsNoLanguageIsRefused(String text) {
        assertThatExceptionOfType(InvalidFields.class).isThrownBy(() -> CaptionLanguage.of(text));
    }

    @Test
    void languageIsCalledAsItsSpeakersDo() {
        assertThat(CaptionLanguage.of("zh-Hans").ownName()).startsWith("中文");
        assertThat(CaptionLanguage.of("de").ownName()).isEqualTo("Deutsch");
    }
}
