package academy.artisan.lms.search.judged;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a course teaches of its subject: how to operate it, to repair it, to work safely.
 *
 * @param words what it is called in tags, the first of them most
 * @param titles forms of a title, with {} for the subject
 */
record Aspect(String name, List<String> words, List<String> titles, List<String> lessons, String ability) {

    private static final Map<String, Aspect> ALL = read();

    static boolean isOne(String name) {
        return ALL.containsKey(name);
    }

    static Aspect named(String name) {
        return Objects.requireNonNull(ALL.get(name), name);
    }

    private static Map<String, Aspect> read() {
        var all = new LinkedHashMap<String, Aspect>();
        for (var line : Lines.of("aspects.txt")) {
            var cells = Lines.cells(line);
            var aspect = new Aspect(
                    cells.get(0),
                    Lines.values(cells.get(1), ","),
                    Lines.values(cells.get(2), ";"),
                    Lines.values(cells.get(3), ","),
                    cells.get(4));
            all.put(aspect.name(), aspect);
        }
        return all;
    }
}
