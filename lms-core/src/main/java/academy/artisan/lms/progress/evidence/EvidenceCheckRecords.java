package academy.artisan.lms.progress.evidence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.enrolment.EnrolmentId;
import academy.artisan.lms.identity.PersonId;
import academy.artisan.lms.progress.evidence.EvidenceCheck.Totals;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Comparisons of progress with its evidence, on record without the differences that they name. */
@Component
class EvidenceCheckRecords {

    private final JdbcClient jdbc;

    EvidenceCheckRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(
            EvidenceCheckId id,
            @Nullable EnrolmentId enrolment,
            @Nullable CourseId course,
            @Nullable PersonId by,
            Instant at) {
        jdbc.sql("""
                insert into progress.evidence_check (check_id, asked_at, asked_by, enrolment_id, course_id)
                values (:check, :at, :by, :enrolment, :course)
                """)
                .param("check", id.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by == null ? null : by.value())
                .param("enrolment", enrolment == null ? null : enrolment.value())
                .param("course", course == null ? null : course.value())
                .update();
    }

    void end(EvidenceCheckId id, Totals totals, int differences, Instant at) {
        jdbc.sql("""
                update progress.evidence_check
                set ended_at = :at, enrolments = :enrolments, covered_seconds = :covered, proved_seconds = :proved,
                    before_seconds = :before, retired_seconds = :retired, difference_count = :differences
                where check_id = :check
                """)
                .param("check", id.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("enrolments", totals.enrolments())
                .param("covered", totals.coveredSeconds())
                .param("proved", totals.provedSeconds())
                .param("before", totals.beforeEvidenceSeconds())
                .param("retired", totals.retiredSeconds())
                .param("differences", differences)
                .update();
    }

    Optional<EvidenceCheck> find(EvidenceCheckId id) {
        return jdbc.sql("select * from progress.evidence_check where check_id = :check")
                .param("check", id.value())
                .query((row, ignored) -> check(row))
                .optional();
    }

    /** Newest first. */
    List<EvidenceCheck> before(@Nullable EvidenceCheckId id, int limit) {
        return jdbc.sql("""
                        select * from progress.evidence_check where :before::uuid is null or check_id < :before
                        order by check_id desc limit :limit
                        """)
                .param("before", id == null ? null : id.value())
                .param("limit", limit)
                .query((row, ignored) -> check(row))
                .list();
    }

    private static EvidenceCheck check(ResultSet row) throws SQLException {
        var enrolment = row.getObject("enrolment_id", UUID.class);
        var course = row.getObject("course_id", UUID.class);
        var by = row.getObject("asked_by", UUID.class);
        var ended = row.getObject("ended_at", OffsetDateTime.class);
        return new EvidenceCheck(
                new EvidenceCheckId(row.getObject("check_id", UUID.class)),
                enrolment == null ? null : new EnrolmentId(enrolment),
                course == null ? null : new CourseId(course),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                by == null ? null : new PersonId(by),
                ended == null ? null : ended.toInstant(),
                new Totals(
                        row.getInt("enrolments"),
                        row.getLong("covered_seconds"),
                        row.getLong("proved_seconds"),
                        row.getLong("before_seconds"),
                        row.getLong("retired_seconds")),
                row.getInt("difference_count"),
                List.of());
    }
}
