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

    /** Above every id of a check. */
    private static final UUID NONE_YET = new UUID(-1, -1);

    private final JdbcClient jdbc;

    EvidenceCheckRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param begun whether it is done at once */
    void add(
            EvidenceCheckId id,
            @Nullable EnrolmentId enrolment,
            @Nullable CourseId course,
            @Nullable PersonId by,
            Instant at,
            boolean begun) {
        jdbc.sql("""
                insert into progress.evidence_check (check_id, asked_at, asked_by, enrolment_id, course_id, alive_at)
                values (:check, :at, :by, :enrolment, :course, :alive)
                """)
                .param("check", id.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by == null ? null : by.value())
                .param("alive", begun ? at.atOffset(ZoneOffset.UTC) : null)
                .param("enrolment", enrolment == null ? null : enrolment.value())
                .param("course", course == null ? null : course.value())
                .update();
    }

    /** It goes on, whatever was thought of it. */
    void alive(EvidenceCheckId id, Instant at) {
        jdbc.sql("""
                update progress.evidence_check set alive_at = :at, ended_at = null, failure = null
                where check_id = :check
                """)
                .param("check", id.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void fail(EvidenceCheckId id, String failure, Instant at) {
        jdbc.sql("update progress.evidence_check set ended_at = :at, failure = :failure where check_id = :check")
                .param("check", id.value())
                .param("failure", failure)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Those that nobody was seen at since that moment; answers how many they are. */
    int failSilentSince(Instant moment, String failure, Instant at) {
        return jdbc.sql("""
                        update progress.evidence_check set ended_at = :at, failure = :failure
                        where ended_at is null and alive_at < :moment
                        """)
                .param("moment", moment.atOffset(ZoneOffset.UTC))
                .param("failure", failure)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void end(EvidenceCheckId id, Totals totals, int differences, Instant at) {
        jdbc.sql("""
                update progress.evidence_check
                set ended_at = :at, failure = null, enrolments = :enrolments, covered_seconds = :covered, proved_seconds = :proved,
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
                        select * from progress.evidence_check where check_id < :before
                        order by check_id desc limit :limit
                        """)
                .param("before", id == null ? NONE_YET : id.value())
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
                row.getString("failure"),
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
