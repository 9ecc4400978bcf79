package academy.artisan.lms.search.text;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Under which keys a name stands in the index, so that the beginning of any of them finds it: as it is written, by its
 * pinyin and by its initials; behind the key, which name it is.
 */
public final class NameKeys {

    private static final char END_OF_KEY = '\u0001';
    private static final int LONGEST = 100;

    /** Of what is looked up: an expression of Elasticsearch may have a thousand characters. */
    private static final int LONGEST_KEY = 60;

    private static final Pattern SPECIAL = Pattern.compile("[^\\p{L}\\p{N}]");

    private NameKeys() {}

    /**
     * All keys of a name.
     *
     * @param pinyin of that name
     */
    public static Stream<String> of(Name.Kind kind, String name, Pinyin pinyin) {
        return name.length() > LONGEST
                ? Stream.empty()
                : Stream.of(key(name), pinyin.whole(), pinyin.wholeInitials())
                        .filter(key -> !key.isEmpty())
                        .distinct()
                        .map(key -> key + END_OF_KEY + kind.name() + END_OF_KEY + name);
    }

    /** How a name, or the beginning of one, is looked up. */
    public static String key(String name) {
        var key = SearchText.plain(name).replace(" ", "").replace(String.valueOf(END_OF_KEY), "");
        return SearchText.beginning(key, LONGEST_KEY);
    }

    /** A regular expression of Elasticsearch that keys with this beginning match. */
    public static String beginningWith(String key) {
        return key.codePoints()
                .mapToObj(Character::toString)
                .map(letter -> SPECIAL.matcher(letter).matches() ? "\\" + letter : letter)
                .collect(Collectors.joining("", "", ".*"));
    }

    /** The name that a key was made of. */
    public static Optional<Name> name(String indexed) {
        var parts = List.of(indexed.split(String.valueOf(END_OF_KEY), -1));
        return parts.size() == 3
                ? Optional.of(new Name(Name.Kind.valueOf(parts.get(1)), parts.get(2)))
                : Optional.empty();
    }
}
