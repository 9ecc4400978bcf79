package academy.artisan.lms.media.captions;

import java.util.Arrays;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import academy.artisan.lms.support.InvalidFields;

/**
 * The language of a caption.
 *
 * @param tag BCP 47 in its canonical form: {@code zh-Hans}, {@code en-US}
 */
record CaptionLanguage(String tag) {

    private static final int LONGEST_TAG = 35;
    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    /** Languages that have a code of two letters are named by it, not by that of three. */
    private static final Map<String, String> SHORTEST = Arrays.stream(Locale.getISOLanguages())
            .collect(Collectors.toMap(
                    language -> Locale.of(language).getISO3Language(), language -> language, (one, other) -> one));

    /**
     * Reads a tag of language, script, region and variants in any case.
     *
     * @throws InvalidFields if it is none
     */
    static CaptionLanguage of(String text) {
        return Optional.of(text)
                .filter(tag -> tag.length() <= LONGEST_TAG)
                .flatMap(CaptionLanguage::read)
                .orElseThrow(() ->
                        new InvalidFields("language", "LanguageTag", "is a language tag such as zh-CN, zh-Hans or en"));
    }

    private static Optional<CaptionLanguage> read(String text) {
        try {
            var locale = new Locale.Builder().setLanguageTag(text).build();
            var language = SHORTEST.getOrDefault(locale.getLanguage(), locale.getLanguage());
            return isKnown(language, locale)
                    ? Optional.of(new CaptionLanguage(new Locale.Builder()
                            .setLocale(locale)
                            .setLanguage(language)
                            .build()
                            .toLanguageTag()))
                    : Optional.empty();
        } catch (IllformedLocaleException none) {
            return Optional.empty();
        }
    }

    private static boolean isKnown(String language, Locale locale) {
        var country = locale.getCountry();
        return (language.length() == 3 || LANGUAGES.contains(language))
                && (country.length() != 2 || COUNTRIES.contains(country))
                && !locale.hasExtensions();
    }

    /** As its speakers call it. */
    String ownName() {
        var locale = Locale.forLanguageTag(tag);
        return locale.getDisplayName(locale);
    }
}
