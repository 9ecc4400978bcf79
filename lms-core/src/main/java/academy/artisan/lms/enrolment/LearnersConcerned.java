package academy.artisan.lms.enrolment;

import java.util.TreeMap;

import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.course.ImpactFigures;
import academy.artisan.lms.course.PublicationImpact;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts who is in which version of a course. */
@Component
class LearnersConcerned implements PublicationImpact {

    private final JdbcClient jdbc;

    LearnersConcerned(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public ImpactFigures of(CourseId courseId) {
        var inVersion = new TreeMap<Integer, Integer>();
        jdbc.sql("""
                select version, count(*) as learners from enrolment.enrolment
                where course_id = :course and ended_at is null and completed_at is null group by version
                """).param("course", courseId.value()).query(row -> {
            inVersion.put(row.getInt("version"), row.getInt("learners"));
        });
        return new ImpactFigures.Learners(inVersion);
    }
}
