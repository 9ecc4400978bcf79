package academy.artisan.lms.progress.settling;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import academy.artisan.lms.course.CourseVersion;
import academy.artisan.lms.course.Lesson;
import academy.artisan.lms.enrolment.EnrolmentId;
import academy.artisan.lms.progress.Progress;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Adds up what is settled of many enrolments in one course, by one statement. */
@Component
public class CoveredSeconds {

    private record LessonOf(int version, Lesson lesson) {}

    private final JdbcClient jdbc;

    CoveredSeconds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Map<EnrolmentId, Progress.Covered> of(
            Map<EnrolmentId, Integer> enrolments, Collection<CourseVersion> versions) {
        var lessons = versions.stream()
                .flatMap(version -> version.lessons().map(lesson -> new LessonOf(version.version(), lesson)))
                .toList();
        var covered = new HashMap<EnrolmentId, Progress.Covered>();
        jdbc.sql("""
                with known as materialized (
                    select e.enrolment_id, e.version, p.lesson_id, p.covered_seconds
                    from unnest(:enrolments::uuid[], :versions::int[]) as e (enrolment_id, version)
                    join progress.lesson_progress p using (enrolment_id)
                )
                select enrolment_id, sum(covered_seconds) as "all",
                       coalesce(sum(covered_seconds) filter (where required), 0) as required
                from known
                join unnest(:lessonVersions::int[], :lessons::uuid[], :required::boolean[])
                     as lesson (version, lesson_id, required) using (version, lesson_id)
                group by enrolment_id
                """)
                .param(
                        "enrolments",
                        enrolments.keySet().stream().map(EnrolmentId::value).toArray(UUID[]::new))
                .param("versions", enrolments.values().toArray(Integer[]::new))
                .param("lessonVersions", lessons.stream().map(LessonOf::version).toArray(Integer[]::new))
                .param(
                        "lessons",
                        lessons.stream()
                                .map(one -> one.lesson().creditedAs().value())
                                .toArray(UUID[]::new))
                .param(
                        "required",
                        lessons.stream().map(one -> one.lesson().isRequired()).toArray(Boolean[]::new))
                .query(row -> {
                    covered.put(
                            new EnrolmentId(row.getObject("enrolment_id", UUID.class)),
                            new Progress.Covered(row.getInt("all"), row.getInt("required")));
                });
        return covered;
    }
}
