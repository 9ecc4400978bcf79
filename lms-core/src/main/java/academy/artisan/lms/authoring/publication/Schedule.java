package academy.artisan.lms.authoring.publication;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.course.LearnersInProgress;
import academy.artisan.lms.identity.PersonId;
import academy.artisan.lms.jobs.Jobs;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The publications that wait, each with the job that wakes it; changed only while the draft is locked. */
@Component
class Schedule {

    static final String JOB = "authoring.publish-at-set-time";

    private final JdbcClient jdbc;
    private final Jobs jobs;

    Schedule(JdbcClient jdbc, Jobs jobs) {
        this.jdbc = jdbc;
        this.jobs = jobs;
    }

    Optional<ScheduledPublication> find(CourseId courseId) {
        return jdbc.sql("select * from authoring.scheduled_publication where course_id = :course")
                .param("course", courseId.value())
                .query((row, ignored) -> publication(row))
                .optional();
    }

    /** Puts a publication on the schedule, in place of the one that waits. */
    void put(ScheduledPublication publication) {
        jdbc.sql("""
                insert into authoring.scheduled_publication
                    (course_id, digest, publish_at, learners_in_progress, note, scheduled_by, scheduled_at)
                values (:course, :digest, :publishAt, :learners, :note, :by, :at)
                on conflict (course_id) do update set
                    digest = excluded.digest, publish_at = excluded.publish_at, learners_in_progress = excluded.learners_in_progress,
                    note = excluded.note, scheduled_by = excluded.scheduled_by, scheduled_at = excluded.scheduled_at
                """)
                .param("course", publication.courseId().value())
                .param("digest", publication.digest())
                .param("publishAt", publication.publishAt().atOffset(ZoneOffset.UTC))
                .param("learners", publication.learnersInProgress().name())
                .param("note", publication.note())
                .param("by", publication.scheduledBy().value())
                .param("at", publication.scheduledAt().atOffset(ZoneOffset.UTC))
                .update();
        jobs.schedule(JOB, publication.courseId().toString(), publication.publishAt());
    }

    /** Takes the publication that waits off the schedule, with its job; false if there is none. */
    boolean remove(CourseId courseId) {
        var removed = forget(courseId);
        if (removed) {
            jobs.cancel(JOB, courseId.toString());
        }
        return removed;
    }

    /** The same, from within the job itself. */
    boolean forget(CourseId courseId) {
        return jdbc.sql("delete from authoring.scheduled_publication where course_id = :course")
                        .param("course", courseId.value())
                        .update()
                == 1;
    }

    private static ScheduledPublication publication(ResultSet row) throws SQLException {
        return new ScheduledPublication(
                new CourseId(row.getObject("course_id", UUID.class)),
                row.getString("digest"),
                row.getObject("publish_at", OffsetDateTime.class).toInstant(),
                LearnersInProgress.valueOf(row.getString("learners_in_progress")),
                row.getString("note"),
                new PersonId(row.getObject("scheduled_by", UUID.class)),
                row.getObject("scheduled_at", OffsetDateTime.class).toInstant());
    }
}
