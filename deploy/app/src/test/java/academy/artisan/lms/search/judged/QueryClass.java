package academy.artisan.lms.search.judged;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A way of typing what is wanted. */
public enum QueryClass {
    WORDS,
    /** Written as syllables, typed without the spaces. */
    PINYIN {
        @Override
        String typed(String written) {
            return written.replace(" ", "").replace('_', ' ');
        }
    },
    /** Written as syllables, of which the first letters are typed; what is not small is typed as it is. */
    INITIALS {
        @Override
        String typed(String written) {
            return Stream.of(written.split(" ", -1))
                    .map(syllable -> syllable.matches("[a-z]+") ? syllable.substring(0, 1) : syllable)
                    .map(letter -> letter.toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining());
        }
    },
    MIXED,
    SYNONYMS,
    TYPOS,
    TRADITIONAL,
    MODELS,
    PREFIXES,
    /** Written in half width. */
    FULL_WIDTH {
        @Override
        String typed(String written) {
            return written.chars()
                    .map(character -> character > ' ' && character < 127 ? character + 0xFEE0 : character)
                    .map(character -> character == ' ' ? '\u3000' : character)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
        }
    };

    String typed(String written) {
        return written;
    }
}
