package academy.artisan.lms.permissions;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lines of Markdown tables. */
final class Cells {

    private Cells() {}

    static String line(String operation, String situation, Stream<?> others) {
        return Stream.concat(Stream.of(operation, situation), others.map(Object::toString))
                .collect(Collectors.joining(" | ", "| ", " |"))
                .replace("|  |", "| |");
    }

    static List<String> of(String line) {
        return Arrays.stream(line.substring(1, line.length() - 1).split("\\|", -1))
                .map(String::strip)
                .toList();
    }
}
