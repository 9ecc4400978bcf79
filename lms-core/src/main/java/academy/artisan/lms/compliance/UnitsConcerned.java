package academy.artisan.lms.compliance;

import java.util.UUID;

import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.course.ImpactFigures;
import academy.artisan.lms.course.PublicationImpact;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts whose people take a course, from the rows of HR's report: one statement. */
@Component
class UnitsConcerned implements PublicationImpact {

    private final JdbcClient jdbc;

    UnitsConcerned(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public ImpactFigures of(CourseId courseId) {
        return new ImpactFigures.Units(jdbc.sql("""
                        select unit_id, max(unit_name) as unit_name, count(*) as learners, count(completed_at) as completed
                        from compliance.training where course_id = :course and generation > 0
                        group by unit_id order by learners desc, unit_id
                        """)
                .param("course", courseId.value())
                .query((row, ignored) -> new ImpactFigures.UnitCount(
                        row.getObject("unit_id", UUID.class),
                        row.getString("unit_name"),
                        row.getInt("learners"),
                        row.getInt("completed")))
                .list());
    }
}
