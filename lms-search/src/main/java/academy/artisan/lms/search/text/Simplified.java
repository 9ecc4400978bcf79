package academy.artisan.lms.search.text;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

import com.github.houbb.opencc4j.util.ZhConverterUtil;

/**
 * Traditional characters as simplified ones: 焊接機器人 is 焊接机器人. Character by character, so that every place in a text
 * stays where it was.
 */
public final class Simplified {

    private static final char FIRST = '\u3400';
    private static final char LAST = '\u9fff';
    private static final int MOST_STEPS = 3;

    /** From the first to the last, the simplified one of each. */
    private static final char[] SIMPLE = simple();

    private Simplified() {}

    static String of(String text) {
        var characters = text.toCharArray();
        for (var i = 0; i < characters.length; i++) {
            if (characters[i] >= FIRST && characters[i] <= LAST) {
                characters[i] = SIMPLE[characters[i] - FIRST];
            }
        }
        return new String(characters);
    }

    /** What a character filter of Elasticsearch is told, so that the index does the same. */
    public static List<String> mappings() {
        return IntStream.rangeClosed(FIRST, LAST)
                .filter(character -> SIMPLE[character - FIRST] != character)
                .mapToObj(character -> "%c => %c".formatted(character, SIMPLE[character - FIRST]))
                .toList();
    }

    private static char[] simple() {
        var simple = new char[LAST - FIRST + 1];
        for (var character = FIRST; character <= LAST; character++) {
            simple[character - FIRST] = simplified(character);
        }
        return simple;
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
