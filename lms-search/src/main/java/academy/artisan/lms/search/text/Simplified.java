package academy.artisan.lms.search.text;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import com.github.houbb.opencc4j.util.ZhConverterUtil;

/**
 * Traditional characters as simplified ones: 焊接機器人 is 焊接机器人. Character by character, so that every place in a text
 * stays where it was.
 */
public final class Simplified {

    private static final char FIRST = '\u3400';
    private static final char LAST = '\u9fff';
    private static final int MOST_STEPS = 3;
    private static final Map<Character, Character> CHARACTERS = characters();

    private Simplified() {}

    static String of(String text) {
        var characters = text.toCharArray();
        for (var i = 0; i < characters.length; i++) {
            characters[i] = CHARACTERS.getOrDefault(characters[i], characters[i]);
        }
        return new String(characters);
    }

    /** What a character filter of Elasticsearch is told, so that the index does the same. */
    public static List<String> mappings() {
        return CHARACTERS.entrySet().stream()
                .map(character -> character.getKey() + " => " + character.getValue())
                .toList();
    }

    private static Map<Character, Character> characters() {
        var characters = new TreeMap<Character, Character>();
        for (var character = FIRST; character <= LAST; character++) {
            var simple = simplified(character);
            if (simple != character) {
                characters.put(character, simple);
            }
        }
        return characters;
    }

    /**
     * Some take two steps; one that is sometimes left as it is, such as 乾, is not: that it is the same is what counts.
     */
    private static char simplified(char character) {
        var simple = character;
        for (var step = 0; step < MOST_STEPS; step++) {
            simple = next(simple);
        }
        return simple;
    }

    private static char next(char character) {
        return Objects.requireNonNullElse(ZhConverterUtil.toSimple(character), List.<String>of()).stream()
                .filter(simple -> simple.length() == 1 && simple.charAt(0) != character)
                .map(simple -> simple.charAt(0))
                .findFirst()
                .orElse(character);
    }
}
