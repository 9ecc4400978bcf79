package academy.artisan.lms.search.recommend;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.course.CourseViewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What comes after what was taken. */
@Component
class NextInField {

    private final JdbcClient jdbc;

    NextInField(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Courses that the viewer may open, one step above the highest that is taken in their field; what more people
     * completed comes first.
     *
     * @param taken the newest first: of several on the same step, the newest is the reason
     */
    List<Recommendation> after(List<CourseId> taken, CourseViewer viewer, int limit) {
        return jdbc.sql("""
                        with mine as (
                            select distinct on (field) field, step, course_id, title from search.shelved_course
                            where course_id = any(:taken) and step is not null
                            order by field, step desc, array_position(:taken::uuid[], course_id)
                        )
                        select next.course_id, next.title, mine.course_id as after_id, mine.title as after_title
                        from mine join search.shelved_course next on next.field = mine.field and next.step = mine.step + 1
                        where next.open and next.audience && :audiences::text[] and next.course_id <> all(:taken)
                        order by next.completions desc, next.title, next.course_id limit :limit
                        """)
                .param("taken", values(taken))
                .param("audiences", viewer.audiences().toArray(String[]::new))
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
