package academy.artisan.lms.compliance;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.identity.PersonId;
import academy.artisan.lms.organization.UnitId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is required of a person and not completed yet. */
@Component
public class OwedTrainings {

    /**
     * A course that a person owes.
     *
     * @param requiredBy the unit that required it last, the person's own or one above; nothing if the person left it
     */
    public record Owed(
            CourseId courseId,
            String courseTitle,
            LocalDate dueOn,
            @Nullable UnitId requiredBy) {}

    private final JdbcClient jdbc;

    OwedTrainings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is due first comes first, in one statement. */
    public List<Owed> of(PersonId person) {
        return jdbc.sql("""
                        select owed.course_id, owed.course_title, owed.due_on, required.unit_id as required_by
                        from compliance.training owed
                        left join lateral (
                            select unit_id from compliance.required_training required
                            where required.course_id = owed.course_id and required.due_on = owed.due_on
                              and (required.unit_path = owed.unit_path
                                   or starts_with(owed.unit_path, required.unit_path || '.'))
                            order by required_training_id desc limit 1
                        ) required on true
                        where owed.person_id = :person and owed.due_on is not null and owed.completed_at is null
                        order by owed.due_on, owed.course_title, owed.course_id
                        """)
                .param("person", person.value())
                .query((row, ignored) -> {
                    var requiredBy = row.getObject("required_by", UUID.class);
                    return new Owed(
                            new CourseId(row.getObject("course_id", UUID.class)),
                            row.getString("course_title"),
                            row.getObject("due_on", LocalDate.class),
                            requiredBy == null ? null : new UnitId(requiredBy));
                })
                .list();
    }
}
