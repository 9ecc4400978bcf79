package academy.artisan.lms.search.judged;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32;

/** A query as it is typed, and what is meant by it. */
public record JudgedQuery(QueryClass queryClass, String typed, Intent intent) {

    public static List<JudgedQuery> all() {
        var all = new ArrayList<JudgedQuery>();
        var queryClass = QueryClass.WORDS;
        for (var line : Lines.of("queries.txt")) {
            if (line.startsWith("==")) {
                queryClass = QueryClass.valueOf(line.substring(2).strip().toUpperCase(Locale.ROOT));
            } else {
                var cells = Lines.cells(line);
                all.add(new JudgedQuery(queryClass, queryClass.typed(cells.get(0)), Intent.of(cells.get(1))));
            }
        }
        return List.copyOf(all);
    }

    public int grade(JudgedCourse course) {
        return intent.grade(course.facts());
    }

    /** Half of the queries, always the same ones, are kept from whoever tunes the search. */
    public boolean isHeldApart() {
        var sum = new CRC32();
        sum.update(typed.getBytes(StandardCharsets.UTF_8));
        return Long.bitCount(sum.getValue()) % 2 == 0;
    }
}
