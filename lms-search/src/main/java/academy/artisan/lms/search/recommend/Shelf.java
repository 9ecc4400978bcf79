package academy.artisan.lms.search.recommend;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.course.Listing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The courses that were ever published, with just what recommendations are chosen by. */
@Component
class Shelf {

    private final JdbcClient jdbc;

    Shelf(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Late news changes nothing. */
    void put(Listing listing) {
        var course = listing.course();
        jdbc.sql("""
                insert into search.shelved_course as known (course_id, change, title, field, level, step, open)
                values (:course, :change, :title, :field, :level, :step, :open)
                on conflict (course_id) do update set
                    change = excluded.change, title = excluded.title, field = excluded.field,
                    level = excluded.level, step = excluded.step, open = excluded.open
                where known.change <= excluded.change
                """)
                .param("course", course.courseId().value())
                .param("change", listing.change())
                .param("title", course.title())
                .param("field", course.field())
                .param("level", course.level())
                .param("step", Levels.step(course.level()))
                .param("open", !listing.isWithdrawn())
                .update();
    }

    void countCompletions(Map<CourseId, Integer> completions) {
        var counts = List.copyOf(completions.entrySet());
        jdbc.sql("""
                update search.shelved_course shelved set completions = counted.people
                from unnest(:courses::uuid[], :people::int[]) as counted (course_id, people)
                where shelved.course_id = counted.course_id and shelved.completions <> counted.people
                """)
                .param("courses", values(counts.stream().map(Map.Entry::getKey).toList()))
                .param("people", counts.stream().map(Map.Entry::getValue).toArray(Integer[]::new))
                .update();
    }

    /**
     * Open courses one step above the highest that is taken in their field; what more people completed comes first.
     *
     * @param taken the newest first: of several on the same step, the newest is the reason
     */
    List<Recommendation> nextAfter(List<CourseId> taken, int limit) {
        return jdbc.sql("""
                        with mine as (
                            select distinct on (field) field, step, course_id, title from search.shelved_course
                            where course_id = any(:taken) and step is not null
                            order by field, step desc, array_position(:taken::uuid[], course_id)
                        )
                        select next.course_id, next.title, mine.course_id as after_id, mine.title as after_title
                        from mine join search.shelved_course next on next.field = mine.field and next.step = mine.step + 1
                        where next.open and next.course_id <> all(:taken)
                        order by next.completions desc, next.title, next.course_id limit :limit
                        """)
                .param("taken", values(taken))
                .param("limit", limit)
                .query((row, ignored) -> next(row))
                .list();
    }

    static UUID[] values(Collection<CourseId> courses) {
        return courses.stream().map(CourseId::value).toArray(UUID[]::new);
    }

    private static Recommendation next(ResultSet row) throws SQLException {
        return new Recommendation(
                new CourseId(row.getObject("course_id", UUID.class)),
                row.getString("title"),
                Recommendation.Because.nextAfter(
                        new CourseId(row.getObject("after_id", UUID.class)), row.getString("after_title")));
    }
}
