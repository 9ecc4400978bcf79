package academy.artisan.lms.bench.search;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a course is about.
 *
 * @param group which of the teaching groups gives courses on it, counted from 0
 * @param syllables how the name sounds
 * @param terms what lessons on it speak of
 * @param models machines, materials and standards by their numbers
 */
record Subject(int group, String name, List<String> syllables, List<String> terms, List<String> models) {

    static Subject of(int group, String line) {
        var cells = line.split("\\|", -1);
        return new Subject(
                group, cells[0].strip(), List.of(cells[1].strip().split(" ")), values(cells[2]), values(cells[3]));
    }

    private static List<String> values(String cell) {
        return Arrays.stream(cell.strip().split(","))
                .filter(value -> !value.isEmpty())
                .toList();
    }

    String pinyin() {
        return String.join("", syllables);
    }

    String initials() {
        return syllables.stream().map(syllable -> syllable.substring(0, 1)).collect(Collectors.joining());
    }
}
