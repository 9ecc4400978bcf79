package academy.artisan.lms.media.source;

import java.util.Locale;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.support.ResourceBundleMessageSource;

import static org.assertj.core.api.Assertions.assertThat;

class FailureTextsTests {

    private final ResourceBundleMessageSource texts = new ResourceBundleMessageSource();

    FailureTextsTests() {
        texts.setBasename("problems/media");
        texts.setDefaultEncoding("UTF-8");
        texts.setFallbackToSystemLocale(false);
    }

    /** At least two sentences: what is wrong, and what the author can do. */
    @ParameterizedTest
    @EnumSource
    void everyFailureSaysInBothLanguagesWhatIsWrongAndWhatToDo(Failure failure) {
        assertThat(text(failure, Locale.ENGLISH)).matches("[A-Z].*\\. Please .*\\.");
        assertThat(text(failure, Locale.SIMPLIFIED_CHINESE)).matches("\\P{IsAlphabetic}*\\p{IsHan}.*。.*请.*。");
    }

    private String text(Failure failure, Locale locale) {
        return texts.getMessage("video-failure." + failure.code(), null, locale);
    }
}
