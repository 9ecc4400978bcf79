package academy.artisan.lms.compliance;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import academy.artisan.lms.course.CourseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which courses the staff of units take: numbers only, and none of so few that somebody could be recognised. */
@Component
public class StaffTaking {

    /** How many people of a unit and below began a course. */
    public record Count(String unitPath, CourseId courseId, int people) {}

    private final JdbcClient jdbc;

    StaffTaking(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of all units, in one statement that reads all rows of the report: for tables that are made now and then. */
    public List<Count> since(Instant begun, int fewestPeople) {
        return jdbc.sql("""
                        with own as (
                            select unit_path, course_id, count(*) as people from compliance.training
                            where generation > 0 and begun_at >= :begun
                            group by unit_path, course_id
                        )
                        select above.path, course_id, sum(people) as people
                        from own cross join lateral (
                            select array_to_string(trim_array(names, up), '.') as path
                            from string_to_array(own.unit_path, '.') as names, generate_series(0, cardinality(names) - 1) as up
                        ) above
                        group by above.path, course_id having sum(people) >= :fewest
                        """)
                .param("begun", begun.atOffset(ZoneOffset.UTC))
                .param("fewest", fewestPeople)
                .query((row, ignored) -> new Count(
                        row.getString("path"),
                        new CourseId(row.getObject("course_id", UUID.class)),
                        row.getInt("people")))
                .list();
    }
}
