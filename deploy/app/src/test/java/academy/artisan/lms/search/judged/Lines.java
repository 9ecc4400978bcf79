package academy.artisan.lms.search.judged;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.springframework.core.io.ClassPathResource;

/**
 * Reads the tables that lie beside these classes: one row a line, cells between bars, several values between commas.
 */
final class Lines {

    private Lines() {}

    /** All lines but empty ones and comments. */
    static List<String> of(String name) {
        try {
            return new ClassPathResource("search/judged/" + name)
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static List<String> cells(String line) {
        return Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
    }

    static List<String> values(String cell, String separator) {
        return Stream.of(cell.split(separator, -1))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }
}
