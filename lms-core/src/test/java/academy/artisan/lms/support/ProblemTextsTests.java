package academy.artisan.lms.support;

import java.io.IOException;
import java.util.Properties;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

import static org.assertj.core.api.Assertions.assertThat;

/** Whoever reads Chinese is told everything that whoever reads English is told, and the other way round. */
class ProblemTextsTests {

    private final Properties english = read("problems/core.properties");
    private final Properties chinese = read("problems/core_zh.properties");

    @Test
    void everyEnglishTextHasAChineseOne() {
        assertThat(chinese.stringPropertyNames()).containsAll(english.stringPropertyNames());
    }

    /** Rules that come with no text of their own, because they are looked up by what checks of drafts find. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "SectionNeeded", "RequiredLessonNeeded", "LessonNeeded", "CoverNeeded", "ObjectiveNeeded",
                        "AudienceNeeded",
                "InstructorNeeded", "LanguageNeeded", "PictureTooSmall", "VideoMissing", "VideoNotReady", "TextMissing",
                "DocumentMissing", "OwnVideo", "OwnDocument", "OwnPicture", "UnsafeText"
            })
    void whatADraftLacksIsSaidInBothLanguages(String rule) {
        assertThat(english.getProperty("rule." + rule)).isNotBlank();
        assertThat(chinese.getProperty("rule." + rule)).isNotBlank();
    }

    private static Properties read(String path) {
        try {
            return PropertiesLoaderUtils.loadProperties(new ClassPathResource(path));
        } catch (IOException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
