package academy.artisan.lms.enrolment;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.course.Versions;
import academy.artisan.lms.jobs.JobUnderWay;
import academy.artisan.lms.jobs.Jobs;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Takes up moves that were given up: whoever is still in a version that a later one says to leave shows that there is
 * something to do. Two statements for all courses.
 */
@Component
class UnfinishedMoves {

    private static final Logger log = LoggerFactory.getLogger(UnfinishedMoves.class);

    private final JdbcClient jdbc;
    private final Versions versions;
    private final Jobs jobs;
    private final TransactionOperations transaction;
    private final Clock clock;

    UnfinishedMoves(JdbcClient jdbc, Versions versions, Jobs jobs, TransactionOperations transaction, Clock clock) {
        this.jdbc = jdbc;
        this.versions = versions;
        this.jobs = jobs;
        this.transaction = transaction;
        this.clock = clock;
    }

    void arrange() {
        versions.newestToFollow(oldestTaken()).forEach(this::arrange);
    }

    private void arrange(CourseId courseId, int version) {
        try {
            transaction.executeWithoutResult(status -> jobs.schedule(
                    FollowPublications.JOB, FollowPublications.jobId(courseId, version), clock.instant()));
        } catch (JobUnderWay underWay) {
            log.debug("Learners of course {} follow version {} at this moment", courseId, version);
        }
    }

    private Map<CourseId, Integer> oldestTaken() {
        var oldest = new HashMap<CourseId, Integer>();
        jdbc.sql("""
                select course_id, min(version) as oldest from enrolment.enrolment
                where ended_at is null and completed_at is null group by course_id
                """).query(row -> {
            oldest.put(new CourseId(row.getObject("course_id", UUID.class)), row.getInt("oldest"));
        });
        return oldest;
    }
}
