package academy.artisan.lms.search.shelf;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.course.CourseVersion;
import academy.artisan.lms.course.Listing;
import academy.artisan.lms.search.CourseLine;
import academy.artisan.lms.search.text.SearchText;
import academy.artisan.lms.support.CanonicalJson;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The courses that were ever published, with just what lists and recommendations are made of. */
@Component
public class Shelf {

    private final JdbcClient jdbc;

    Shelf(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Late news changes nothing. */
    void put(Listing listing) {
        var course = listing.course();
        jdbc.sql("""
                insert into search.shelved_course as known
                    (course_id, change, title, field, level, step, open, audience, words, tags, group_name, language,
                     seconds, published_at, line)
                values (:course, :change, :title, :field, :level, :step, :open, :audience, :words, :tags, :group,
                        :language, :seconds, :publishedAt, :line::jsonb)
                on conflict (course_id) do update set
                    change = excluded.change, title = excluded.title, field = excluded.field,
                    level = excluded.level, step = excluded.step, open = excluded.open, audience = excluded.audience,
                    words = excluded.words, tags = excluded.tags, group_name = excluded.group_name,
                    language = excluded.language, seconds = excluded.seconds, published_at = excluded.published_at,
                    line = excluded.line
                where known.change < excluded.change
                """)
                .param("course", course.courseId().value())
                .param("change", listing.change())
                .param("title", course.title())
                .param("field", course.field())
                .param("level", course.level())
                .param("step", Levels.step(course.level()))
                .param("open", !listing.isWithdrawn())
                .param("audience", listing.audience().toArray(String[]::new))
                .param("words", words(course))
                .param("tags", course.tags().toArray(String[]::new))
                .param("group", course.groupName())
                .param("language", course.attributes().language())
                .param("seconds", course.durationSeconds())
                .param("line", CanonicalJson.write(CourseLine.of(course)))
                .param("publishedAt", course.publishedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    private static String words(CourseVersion course) {
        return SearchText.plain(String.join(
                "\n",
                Stream.concat(Stream.of(course.title()), course.tags().stream()).toList()));
    }

    /** Notes how many completed each course. */
    public void countCompletions(Map<CourseId, Integer> completions) {
        var counts = List.copyOf(completions.entrySet());
        jdbc.sql("""
                update search.shelved_course shelved set completions = counted.people
                from unnest(:courses::uuid[], :people::int[]) as counted (course_id, people)
                where shelved.course_id = counted.course_id and shelved.completions <> counted.people
                """)
                .param(
                        "courses",
                        counts.stream().map(course -> course.getKey().value()).toArray(UUID[]::new))
                .param("people", counts.stream().map(Map.Entry::getValue).toArray(Integer[]::new))
                .update();
    }

    /**
     * What is wanted of the shelf: all of these words in title or tags, and of each list one of the values, or any when
     * it is empty.
     */
    public record Wanted(
            List<String> words,
            List<String> audiences,
            List<String> fields,
            List<String> levels,
            List<String> tags,
            List<String> groups,
            List<String> languages,
            @Nullable Long leastSeconds,
            @Nullable Long mostSeconds) {}

    /** Courses, the newest first, and how many there are in all. */
    public record Found(List<CourseLine> courses, long total) {}

    /** One query. */
    public Found find(Wanted wanted, int limit) {
        record Row(CourseLine course, long total) {}
        var rows = jdbc.sql("""
                        select line::text as line, count(*) over () as total from search.shelved_course
                        where open and audience && :audiences::text[] and words like all (:patterns::text[])
                          and (cardinality(:fields::text[]) = 0 or field = any(:fields))
                          and (cardinality(:levels::text[]) = 0 or level = any(:levels))
                          and (cardinality(:tags::text[]) = 0 or tags && :tags::text[])
                          and (cardinality(:groups::text[]) = 0 or group_name = any(:groups))
                          and (cardinality(:languages::text[]) = 0 or language = any(:languages))
                          and seconds between :least and :most
                        order by published_at desc, course_id limit :limit
                        """)
                .param("audiences", array(wanted.audiences()))
                .param("patterns", wanted.words().stream().map(Shelf::pattern).toArray(String[]::new))
                .param("fields", array(wanted.fields()))
                .param("levels", array(wanted.levels()))
                .param("tags", array(wanted.tags()))
                .param("groups", array(wanted.groups()))
                .param("languages", array(wanted.languages()))
                .param("least", wanted.leastSeconds() == null ? 0 : wanted.leastSeconds())
                .param("most", wanted.mostSeconds() == null ? Integer.MAX_VALUE : wanted.mostSeconds())
                .param("limit", limit)
                .query((row, ignored) ->
                        new Row(CanonicalJson.read(row.getString("line"), CourseLine.class), row.getLong("total")))
                .list();
        return new Found(
                rows.stream().map(Row::course).toList(),
                rows.isEmpty() ? 0 : rows.getFirst().total());
    }

    private static String[] array(List<String> values) {
        return values.toArray(String[]::new);
    }

    private static String pattern(String word) {
        return "%" + word.replaceAll("[\\\\%_]", "\\\\$0") + "%";
    }
}
