package academy.artisan.lms.course;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

import academy.artisan.lms.identity.PersonId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes courses out of the catalogue and puts them back; who takes one is not concerned. */
@Service
public class Withdrawals {

    private final JdbcClient jdbc;
    private final Catalog catalog;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Withdrawals(JdbcClient jdbc, Catalog catalog, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.catalog = catalog;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Lets nobody begin the course any more.
     *
     * @return the version that is withdrawn
     * @throws CourseIsWithdrawn if it is withdrawn already
     * @throws CourseNotPublished if there is nothing to withdraw
     */
    @Transactional
    public CourseVersion withdraw(CourseId courseId, PersonId by, String reason) {
        var withdrawn = jdbc.sql("""
                        update course.open_course
                        set withdrawn_at = :now, withdrawn_by = :person, withdrawn_reason = :reason, change = change + 1
                        where course_id = :course and withdrawn_at is null
                        """)
                .param("course", courseId.value())
                .param("person", by.value())
                .param("reason", reason)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        var listing = listing(courseId);
        if (withdrawn == 0) {
            throw new CourseIsWithdrawn();
        }
        events.publishEvent(CourseWithdrawn.of(courseId));
        return listing.course();
    }

    /**
     * Opens the course again, in exactly the version that was withdrawn.
     *
     * @throws CourseNotWithdrawn if it is open
     * @throws CourseNotPublished if there never was a version
     */
    @Transactional
    public CourseVersion restore(CourseId courseId) {
        var restored = jdbc.sql("""
                        update course.open_course
                        set withdrawn_at = null, withdrawn_by = null, withdrawn_reason = null, change = change + 1
                        where course_id = :course and withdrawn_at is not null
                        """).param("course", courseId.value()).update();
        var listing = listing(courseId);
        if (restored == 0) {
            throw new CourseNotWithdrawn();
        }
        events.publishEvent(CourseRestored.of(courseId));
        return listing.course();
    }

    /** When and why the course was withdrawn, if it is. */
    Optional<Withdrawn> find(CourseId courseId) {
        return jdbc.sql("""
                        select withdrawn_at, withdrawn_reason from course.open_course
                        where course_id = :course and withdrawn_at is not null
                        """)
                .param("course", courseId.value())
                .query((row, ignored) -> new Withdrawn(
                        row.getObject("withdrawn_at", OffsetDateTime.class).toInstant(),
                        row.getString("withdrawn_reason")))
                .optional();
    }

    private Listing listing(CourseId courseId) {
        return catalog.listing(courseId).orElseThrow(CourseNotPublished::new);
    }
}
