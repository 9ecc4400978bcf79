package academy.artisan.lms.course;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Lets whoever publishes a course or says who may open it take turns, also before it is in the catalogue. */
@Component
public class CourseTurns {

    private final JdbcClient jdbc;

    CourseTurns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Waits until nobody else does; the turn ends with the transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void take(CourseId courseId) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('course.publish'), hashtext(:course))")
                .param("course", courseId.toString())
                .query((row, ignored) -> true)
                .single();
    }
}
