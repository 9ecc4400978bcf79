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
}
