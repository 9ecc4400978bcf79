package academy.artisan.lms.compliance;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.organization.UnitId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is required of everybody in a unit, those who join later too. */
@Component
class StandingRequirements {

    /** The last word of a unit on a course. */
    record Requirement(CourseId courseId, UnitId unitId, LocalDate dueOn) {}

    private final JdbcClient jdbc;

    StandingRequirements(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of the members of a unit; for each course what was required last, there or above. */
    List<Requirement> at(String unitPath) {
        return jdbc.sql("""
                        select distinct on (course_id) course_id, unit_id, due_on from compliance.required_training
                        where for_everybody and (unit_path = :path or starts_with(:path, unit_path || '.'))
                        order by course_id, required_training_id desc
                        """)
                .param("path", unitPath)
                .query((row, ignored) -> requirement(row))
                .list();
    }

    /** Of a course; what was required last comes first. */
    List<Requirement> of(CourseId courseId) {
        return jdbc.sql("""
                        select course_id, unit_id, due_on from (
                            select distinct on (unit_id) * from compliance.required_training
                            where course_id = :course and for_everybody order by unit_id, required_training_id desc
                        ) last_word order by required_training_id desc
                        """)
                .param("course", courseId.value())
                .query((row, ignored) -> requirement(row))
                .list();
    }

    private static Requirement requirement(ResultSet row) throws SQLException {
        return new Requirement(
                new CourseId(row.getObject("course_id", UUID.class)),
                new UnitId(row.getObject("unit_id", UUID.class)),
                row.getObject("due_on", LocalDate.class));
    }
}
