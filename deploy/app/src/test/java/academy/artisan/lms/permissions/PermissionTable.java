package academy.artisan.lms.permissions;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

/** The table in {@code docs/permissions.md}, as people read it. */
record PermissionTable(List<Row> rows) {

    /**
     * Who may call an operation.
     *
     * @param operation method and path
     * @param situation what makes this row different from others of the same operation; blank for the usual one
     */
    record Row(String operation, String situation, Map<Who, Verdict> verdicts) {

        static Row of(String line) {
            var cells = Cells.of(line);
            assertThat(cells).as(line).hasSize(Who.values().length + 2);
            var verdicts = new EnumMap<Who, Verdict>(Who.class);
            var words = cells.subList(2, cells.size()).iterator();
            for (var who : Who.values()) {
                verdicts.put(who, Verdict.of(words.next()));
            }
            return new Row(cells.getFirst().replace("`", ""), cells.get(1), verdicts);
        }

        String name() {
            return situation.isEmpty() ? operation : operation + ", " + situation;
        }

        boolean isOfTheApi() {
            return operation.contains(" /api/");
        }
    }

    static PermissionTable read() throws IOException {
        var lines =
                Files.readAllLines(Path.of(System.getenv().getOrDefault("LMS_HOME", ".."), "docs", "permissions.md"));
        assertThat(lines.stream().filter(line -> line.startsWith("| operation")))
                .as("the columns of each table")
                .isNotEmpty()
                .allMatch(Who.header()::equals);
        var rows = lines.stream()
                .filter(line -> line.startsWith("| `"))
                .map(Row::of)
                .toList();
        var names = new HashSet<String>();
        assertThat(rows.stream().map(Row::name)).as("each is there once").allMatch(names::add);
        return new PermissionTable(rows);
    }

    boolean has(String operation) {
        return rows.stream().anyMatch(row -> row.operation().equals(operation));
    }
}
