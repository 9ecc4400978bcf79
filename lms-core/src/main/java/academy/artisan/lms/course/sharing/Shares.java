package academy.artisan.lms.course.sharing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.identity.PersonId;
import academy.artisan.lms.organization.UnitId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** With whom courses are shared, in PostgreSQL. */
@Component
class Shares {

    /**
     * As somebody left it.
     *
     * @param revision 0 if nobody ever said anything
     */
    record Share(
            SharedWith with,
            int revision,
            @Nullable Instant changedAt,
            @Nullable PersonId changedBy) {

        static final Share NEVER = new Share(SharedWith.EVERYONE, 0, null, null);
    }

    private final JdbcClient jdbc;
    private final Clock clock;

    Shares(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Share get(CourseId courseId) {
        return jdbc.sql("select * from course.sharing where course_id = :course")
                .param("course", courseId.value())
                .query((row, ignored) -> share(row))
                .optional()
                .orElse(Share.NEVER);
    }

    /** Saves on top of that revision; empty if somebody else was faster. */
    Optional<Share> save(CourseId courseId, int revision, SharedWith with, PersonId by) {
        return jdbc.sql("""
                        insert into course.sharing as known
                            (course_id, everyone, unit_ids, revision, changed_at, changed_by)
                        values (:course, :everyone, :units, :revision + 1, :now, :by)
                        on conflict (course_id) do update set
                            everyone = excluded.everyone,
                            unit_ids = excluded.unit_ids,
                            revision = excluded.revision,
                            changed_at = excluded.changed_at,
                            changed_by = excluded.changed_by
                        where known.revision = :revision
                        returning *
                        """)
                .param("course", courseId.value())
                .param("everyone", with.everyone())
                .param("units", with.unitIds().stream().map(UnitId::value).toArray(UUID[]::new))
                .param("revision", revision)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("by", by.value())
                .query((row, ignored) -> share(row))
                .optional();
    }

    /** Lets the catalogue follow, if the course is in it, be it withdrawn or not. */
    void carryIntoCatalogue(CourseId courseId) {
        jdbc.sql("""
                update course.open_course open
                set audience = course.audience_of(open.course_id, version.group_id), change = open.change + 1
                from course.version
                where open.course_id = :course
                  and version.course_id = open.course_id and version.version = open.version
                """).param("course", courseId.value()).update();
    }

    private static Share share(ResultSet row) throws SQLException {
        var units = Stream.of((UUID[]) row.getArray("unit_ids").getArray()).map(UnitId::new);
        return new Share(
                new SharedWith(row.getBoolean("everyone"), units.toList()),
                row.getInt("revision"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                new PersonId(row.getObject("changed_by", UUID.class)));
    }
}
