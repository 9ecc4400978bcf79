package academy.artisan.lms.compliance;

import java.time.LocalDate;
import java.util.UUID;

import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.course.ImpactFigures;
import academy.artisan.lms.course.PublicationImpact;
import academy.artisan.lms.organization.UnitId;
import academy.artisan.lms.organization.Units;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lists who requires a course, and until when: two statements. */
@Component
class RequirementsConcerned implements PublicationImpact {

    private record Standing(UnitId unitId, LocalDate dueOn, int people) {}

    private final JdbcClient jdbc;
    private final Units units;

    RequirementsConcerned(JdbcClient jdbc, Units units) {
        this.jdbc = jdbc;
        this.units = units;
    }

    @Override
    public ImpactFigures of(CourseId courseId) {
        var standing = jdbc.sql("""
                        select unit_id, due_on, people from (
                            select distinct on (unit_id) unit_id, due_on, people from compliance.required_training
                            where course_id = :course order by unit_id, required_training_id desc
                        ) newest order by due_on, unit_id
                        """)
                .param("course", courseId.value())
                .query((row, ignored) -> new Standing(
                        new UnitId(row.getObject("unit_id", UUID.class)),
                        row.getObject("due_on", LocalDate.class),
                        row.getInt("people")))
                .list();
        var names = units.names(standing.stream().map(Standing::unitId).toList());
        return new ImpactFigures.RequiredTrainings(standing.stream()
                .map(one -> new ImpactFigures.Requirement(
                        one.unitId().value(), names.getOrDefault(one.unitId(), ""), one.dueOn(), one.people()))
                .toList());
    }
}
