package academy.artisan.lms.bench.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The words that courses are written with: lists in sections, each of which begins with {@code ==} and its name. */
final class Words {

    private final Map<String, List<String>> sections = new HashMap<>();
    private final List<Subject> subjects = new ArrayList<>();

    private Words() {}

    static Words read() {
        var words = new Words();
        var section = new ArrayList<String>();
        for (var line : lines("writing.txt")) {
            if (line.startsWith("==")) {
                section = new ArrayList<>();
                words.sections.put(line.substring(2).strip(), section);
            } else {
                section.add(line);
            }
        }
        var group = -1;
        for (var line : lines("subjects.txt")) {
            if (line.startsWith("==")) {
                group++;
            } else {
                words.subjects.add(Subject.of(group, line));
            }
        }
        return words;
    }

    private static List<String> lines(String file) {
        try (var stream = Objects.requireNonNull(Words.class.getResourceAsStream("/search/" + file))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    List<Subject> subjects() {
        return subjects;
    }

    List<String> section(String name) {
        return Objects.requireNonNull(sections.get(name));
    }
}
