package academy.artisan.lms.compliance;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.function.Consumer;

import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.course.LearningHours;
import academy.artisan.lms.identity.PersonId;
import academy.artisan.lms.organization.Unit;
import academy.artisan.lms.organization.UnitId;
import academy.artisan.lms.support.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * HR's report. A row carries the place of its unit in the tree, so that a report reads one stretch of an index, and the
 * right to see a row is part of the query.
 */
@Component
class Trainings {

    private static final String LINES = """
            select * from (
                select t.*,
                       case when t.completed_at is not null then 'COMPLETED'
                            when t.due_on < :today then 'OVERDUE'
                            when t.covered_seconds > 0 then 'IN_PROGRESS'
                            else 'NOT_STARTED' end as state
                from compliance.training t
                where t.unit_path >= :path and t.unit_path < :path || '/'
                  and (:course::uuid is null or t.course_id = :course)
                  and (:afterPath::text is null
                       or (t.unit_path, t.person_id, t.course_id) > (:afterPath, :afterPerson, :afterCourse))
            ) line
            where (:state::text is null or state = :state)
            order by unit_path, person_id, course_id
            """;

    private final JdbcClient jdbc;

    Trainings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Page<Training> page(Unit unit, TrainingFilter filter, LocalDate today, @Nullable String after, int limit) {
        var lines = lines(unit, filter, today, after == null ? null : TrainingCursor.decode(after), limit + 1)
                .query((row, ignored) -> new Line(row.getString("unit_path"), training(row)))
                .list();
        var page = Page.cut(lines, limit, Line::cursor);
        return new Page<>(page.items().stream().map(Line::training).toList(), page.next());
    }

    /** Reads all lines one by one; memory does not grow with the report. */
    @Transactional(readOnly = true)
    public void each(Unit unit, TrainingFilter filter, LocalDate today, Consumer<Training> consumer) {
        try (var lines = lines(unit, filter, today, null, Integer.MAX_VALUE)
                .withFetchSize(1000)
                .query((row, ignored) -> training(row))
                .stream()) {
            lines.forEach(consumer);
        }
    }

    private JdbcClient.StatementSpec lines(
            Unit unit, TrainingFilter filter, LocalDate today, @Nullable TrainingCursor after, int limit) {
        var course = filter.courseId();
        var state = filter.state();
        return jdbc.sql(LINES + "limit :limit")
                .param("path", unit.path())
                .param("today", today)
                .param("course", course == null ? null : course.value())
                .param("state", state == null ? null : state.name())
                .param("afterPath", after == null ? null : after.unitPath())
                .param("afterPerson", after == null ? null : after.personId())
                .param("afterCourse", after == null ? null : after.courseId())
                .param("limit", limit);
    }

    private record Line(String unitPath, Training training) {

        String cursor() {
            return new TrainingCursor(
                            unitPath,
                            training.personId().value(),
                            training.courseId().value())
                    .encode();
        }
    }

    private static Training training(ResultSet row) throws SQLException {
        var completedAt = row.getObject("completed_at", OffsetDateTime.class);
        return new Training(
                new PersonId(row.getObject("person_id", UUID.class)),
                row.getString("person_name"),
                row.getString("staff_number"),
                new UnitId(row.getObject("unit_id", UUID.class)),
                row.getString("unit_name"),
                new CourseId(row.getObject("course_id", UUID.class)),
                row.getString("course_title"),
                TrainingState.valueOf(row.getString("state")),
                row.getInt("percent"),
                LearningHours.of(row.getLong("paid_seconds")),
                row.getObject("due_on", LocalDate.class),
                completedAt == null ? null : completedAt.toInstant());
    }
}
