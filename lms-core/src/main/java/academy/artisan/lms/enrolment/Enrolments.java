package academy.artisan.lms.enrolment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import academy.artisan.lms.course.Catalog;
import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.identity.Caller;
import academy.artisan.lms.identity.PersonId;
import academy.artisan.lms.support.NotFound;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who takes which course version. */
@Service
public class Enrolments {

    /** An enrolment, and whether it was made just now. */
    public record Outcome(Enrolment enrolment, boolean isNew) {}

    private final JdbcClient jdbc;
    private final Catalog catalog;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Enrolments(JdbcClient jdbc, Catalog catalog, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.catalog = catalog;
        this.events = events;
        this.clock = clock;
    }

    /** Enrols a person in the open version of a course; who is enrolled already stays so. */
    @Transactional
    public Outcome enrol(PersonId learner, CourseId courseId) {
        var version = catalog.get(courseId).version();
        var id = EnrolmentId.next();
        var inserted = jdbc.sql("""
                        insert into enrolment.enrolment (enrolment_id, person_id, course_id, version, enrolled_at)
                        values (:id, :person, :course, :version, :now)
                        on conflict on constraint enrolled_twice do nothing
                        """)
                .param("id", id.value())
                .param("person", learner.value())
                .param("course", courseId.value())
                .param("version", version)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        if (inserted == 1) {
            events.publishEvent(new Enrolled(id));
        }
        return new Outcome(find(learner, courseId).orElseThrow(), inserted == 1);
    }

    public Optional<Enrolment> find(PersonId learner, CourseId courseId) {
        return jdbc.sql("select * from enrolment.enrolment where person_id = :person and course_id = :course")
                .param("person", learner.value())
                .param("course", courseId.value())
                .query((row, ignored) -> enrolment(row))
                .optional();
    }

    /** The caller's own enrolment; somebody else's is not found. */
    public Enrolment get(Caller caller, EnrolmentId id) {
        return find(List.of(id)).stream()
                .filter(enrolment -> enrolment.learner().equals(caller.personId()))
                .findFirst()
                .orElseThrow(() -> new NotFound("enrolment", id));
    }

    public List<Enrolment> find(Collection<EnrolmentId> ids) {
        return jdbc.sql("select * from enrolment.enrolment where enrolment_id = any(:ids)")
                .param("ids", ids.stream().map(EnrolmentId::value).toArray(UUID[]::new))
                .query((row, ignored) -> enrolment(row))
                .list();
    }

    /** What a person takes, newest first. */
    public List<Enrolment> of(PersonId learner) {
        return jdbc.sql("select * from enrolment.enrolment where person_id = :person order by enrolment_id desc")
                .param("person", learner.value())
                .query((row, ignored) -> enrolment(row))
                .list();
    }

    private static Enrolment enrolment(ResultSet row) throws SQLException {
        return new Enrolment(
                new EnrolmentId(row.getObject("enrolment_id", UUID.class)),
                new PersonId(row.getObject("person_id", UUID.class)),
                new CourseId(row.getObject("course_id", UUID.class)),
                row.getInt("version"),
                row.getObject("enrolled_at", OffsetDateTime.class).toInstant());
    }
}
