package academy.artisan.lms.progress.evidence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import academy.artisan.lms.course.LessonId;
import academy.artisan.lms.enrolment.EnrolmentId;
import academy.artisan.lms.identity.PersonId;
import academy.artisan.lms.progress.Coverage;
import academy.artisan.lms.progress.evidence.Difference.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Compares which seconds of lessons count as seen with which were credited, as of one moment. */
@Component
class LessonProofs {

    /**
     * A lesson and what proves it.
     *
     * @param before seconds that count as seen since before stretches were kept
     * @param retired seconds whose stretches were kept as long as evidence is
     * @param credited seconds of all stretches, those of several for the same second each
     * @param unproved seconds without a stretch, and without an excuse
     * @param uncovered seconds of stretches that do not count as seen
     */
    record Proof(
            @Nullable PersonId learner,
            EnrolmentId enrolment,
            LessonId lesson,
            int count,
            int covered,
            int proved,
            int before,
            int retired,
            int credited,
            Coverage unproved,
            Coverage uncovered) {

        List<Difference> differences() {
            var found = new ArrayList<Difference>();
            if (unproved.seconds() > 0) {
                found.add(difference(Kind.COVERAGE_NOT_PROVED, covered, covered - unproved.seconds(), unproved));
            }
            if (uncovered.seconds() > 0) {
                found.add(difference(Kind.PROOF_NOT_COVERED, covered, covered + uncovered.seconds(), uncovered));
            }
            if (count != covered) {
                found.add(difference(Kind.COUNT_WRONG, count, covered, null));
            }
            if (credited > proved) {
                found.add(difference(Kind.CREDITED_TWICE, credited, proved, null));
            }
            return found;
        }

        private Difference difference(Kind kind, int recorded, int allowed, @Nullable Coverage seconds) {
            return Difference.ofLesson(
                    kind,
                    learner,
                    enrolment,
                    lesson,
                    recorded,
                    allowed,
                    seconds == null ? List.of() : seconds.ranges());
        }
    }

    private final JdbcClient jdbc;

    LessonProofs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Every lesson of these enrolments that has coverage or stretches; one statement. */
    List<Proof> of(List<EnrolmentId> enrolments) {
        return jdbc.sql("""
                        with known as (
                            select enrolment_id, lesson_id, person_id, coverage, covered_seconds
                            from progress.lesson_progress where enrolment_id = any(:enrolments)
                        ), credited as (
                            select enrolment_id, lesson_id, min(person_id::text)::uuid as learner,
                                   range_agg(int4range(from_second, to_second)) as proved,
                                   sum(to_second - from_second)::int as credited
                            from progress.playback join progress.credited_stretch using (playback_id)
                            where enrolment_id = any(:enrolments) group by enrolment_id, lesson_id
                        ), excused as (
                            select enrolment_id, lesson_id,
                                   coalesce(range_agg(seconds) filter (where cause = 'BEFORE_EVIDENCE'), '{}') as before,
                                   coalesce(range_agg(seconds) filter (where cause = 'RETENTION'), '{}') as retired
                            from progress.unproved_coverage where enrolment_id = any(:enrolments)
                            group by enrolment_id, lesson_id
                        ), lesson as (
                            select enrolment_id, lesson_id, coalesce(person_id, learner) as person_id,
                                   coalesce(covered_seconds, 0) as count, coalesce(coverage, '{}') as coverage,
                                   coalesce(proved, '{}') as proved, coalesce(credited, 0) as credited,
                                   coalesce(before, '{}') as before, coalesce(retired, '{}') as retired
                            from known full join credited using (enrolment_id, lesson_id)
                            left join excused using (enrolment_id, lesson_id)
                        )
                        select person_id, enrolment_id, lesson_id, count, credited,
                               progress.seconds_in(coverage) as covered, progress.seconds_in(proved) as proved,
                               progress.seconds_in(coverage * retired - proved) as retired,
                               progress.seconds_in(coverage * before - proved - retired) as before,
                               (coverage - proved - before - retired)::text as unproved,
                               (proved - coverage)::text as uncovered
                        from lesson order by enrolment_id, lesson_id
                        """)
                .param("enrolments", enrolments.stream().map(EnrolmentId::value).toArray(UUID[]::new))
                .query((row, ignored) -> proof(row))
                .list();
    }

    private static Proof proof(ResultSet row) throws SQLException {
        var person = row.getObject("person_id", UUID.class);
        return new Proof(
                person == null ? null : new PersonId(person),
                new EnrolmentId(row.getObject("enrolment_id", UUID.class)),
                new LessonId(row.getObject("lesson_id", UUID.class)),
                row.getInt("count"),
                row.getInt("covered"),
                row.getInt("proved"),
                row.getInt("before"),
                row.getInt("retired"),
                row.getInt("credited"),
                Coverage.ofMultirange(row.getString("unproved")),
                Coverage.ofMultirange(row.getString("uncovered")));
    }
}
