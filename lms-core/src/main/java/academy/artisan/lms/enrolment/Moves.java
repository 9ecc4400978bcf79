package academy.artisan.lms.enrolment;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.support.Ids;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes enrolments that are not completed to a new version, one batch a transaction. */
@Component
class Moves {

    private static final int BATCH = 200;

    private final JdbcClient jdbc;
    private final List<LastLook> lastLooks;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Moves(JdbcClient jdbc, List<LastLook> lastLooks, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.lastLooks = lastLooks;
        this.events = events;
        this.clock = clock;
    }

    /** Lets some go on in the version; false when there is nobody left. */
    @Transactional
    public boolean topUp(CourseId courseId, int version) {
        var held = hold(courseId, version);
        var moved = notCompleted(held);
        jdbc.sql("""
                with moved as (
                    select enrolment_id, version from enrolment.enrolment where enrolment_id = any(:ids)
                ), noted as (
                    insert into enrolment.move (enrolment_id, from_version, to_version, moved_at)
                    select enrolment_id, version, :version, :now from moved
                )
                update enrolment.enrolment set version = :version where enrolment_id = any(:ids)
                """)
                .param("ids", Enrolments.values(moved))
                .param("version", version)
                .param("now", now())
                .update();
        tell(moved);
        return !held.isEmpty();
    }

    /** Lets some begin the version anew; false when there is nobody left. */
    @Transactional
    public boolean startAgain(CourseId courseId, int version) {
        var held = hold(courseId, version);
        var ended = notCompleted(held);
        var begun = Stream.generate(Ids::next).limit(ended.size()).toArray(UUID[]::new);
        jdbc.sql("""
                update enrolment.enrolment e set ended_at = :now, replaced_by = pair.begun
                from unnest(:ended::uuid[], :begun::uuid[]) as pair (ended, begun) where e.enrolment_id = pair.ended
                """)
                .param("ended", Enrolments.values(ended))
                .param("begun", begun)
                .param("now", now())
                .update();
        jdbc.sql("""
                insert into enrolment.enrolment (enrolment_id, person_id, course_id, version, generation, enrolled_at)
                select replaced_by, person_id, course_id, :version, generation + 1, :now
                from enrolment.enrolment where enrolment_id = any(:ended)
                """)
                .param("ended", Enrolments.values(ended))
                .param("version", version)
                .param("now", now())
                .update();
        tell(Stream.of(begun).map(EnrolmentId::new).toList());
        return !held.isEmpty();
    }

    /** Takes turns with whoever moves learners of this course, then holds some who are in an earlier version. */
    private List<EnrolmentId> hold(CourseId courseId, int version) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('enrolment.move'), hashtext(:course))")
                .param("course", courseId.toString())
                .query((row, ignored) -> true)
                .single();
        return jdbc.sql("""
                        select enrolment_id from enrolment.enrolment
                        where course_id = :course and version < :version and ended_at is null and completed_at is null
                        order by enrolment_id limit :batch for update
                        """)
                .param("course", courseId.value())
                .param("version", version)
                .param("batch", BATCH)
                .query((row, ignored) -> new EnrolmentId(row.getObject("enrolment_id", UUID.class)))
                .list();
    }

    private List<EnrolmentId> notCompleted(List<EnrolmentId> held) {
        lastLooks.forEach(look -> look.settle(held));
        lastLooks.forEach(look -> look.complete(held));
        return jdbc.sql("""
                        select enrolment_id from enrolment.enrolment
                        where enrolment_id = any(:ids) and completed_at is null order by enrolment_id
                        """)
                .param("ids", Enrolments.values(held))
                .query((row, ignored) -> new EnrolmentId(row.getObject("enrolment_id", UUID.class)))
                .list();
    }

    private void tell(List<EnrolmentId> moved) {
        if (!moved.isEmpty()) {
            events.publishEvent(new LearnersMoved(moved));
        }
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
