package academy.artisan.lms.enrolment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import academy.artisan.lms.course.Catalog;
import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.course.CourseLearners;
import academy.artisan.lms.course.CourseViewers;
import academy.artisan.lms.identity.Caller;
import academy.artisan.lms.identity.PersonId;
import academy.artisan.lms.support.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Who takes which course version. A person takes a course once at a time. */
@Service
public class Enrolments implements CourseLearners {

    /** An enrolment, and whether it was made just now. */
    public record Outcome(Enrolment enrolment, boolean isNew) {}

    /** In which version somebody takes a course, and whether it is completed. */
    public record Standing(EnrolmentId enrolmentId, int version, boolean isCompleted) {}

    private final JdbcClient jdbc;
    private final Catalog catalog;
    private final CourseViewers viewers;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Enrolments(JdbcClient jdbc, Catalog catalog, CourseViewers viewers, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.catalog = catalog;
        this.viewers = viewers;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Enrols the caller in the open version of a course that is open to the caller; who is enrolled already stays so,
     * in the same version.
     */
    @Transactional
    public Outcome enrol(Caller caller, CourseId courseId) {
        var learner = caller.personId();
        var known = find(learner, courseId);
        if (known.isPresent()) {
            return new Outcome(known.get(), false);
        }
        var version = catalog.versionToBegin(courseId, viewers.of(caller));
        var id = EnrolmentId.next();
        var inserted = jdbc.sql("""
                        insert into enrolment.enrolment (enrolment_id, person_id, course_id, version, enrolled_at)
                        values (:id, :person, :course, :version, :now)
                        on conflict (person_id, course_id) where ended_at is null do nothing
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

    /** The enrolment in which a person takes a course now. */
    public Optional<Enrolment> find(PersonId learner, CourseId courseId) {
        return jdbc.sql("""
                        select * from enrolment.enrolment
                        where person_id = :person and course_id = :course and ended_at is null
                        """)
                .param("person", learner.value())
                .param("course", courseId.value())
                .query((row, ignored) -> enrolment(row))
                .optional();
    }

    /** The caller's own enrolment, ended or not; somebody else's is not found. */
    public Enrolment get(Caller caller, EnrolmentId id) {
        return find(List.of(id)).stream()
                .filter(enrolment -> enrolment.learner().equals(caller.personId()))
                .findFirst()
                .orElseThrow(() -> new NotFound("enrolment", id));
    }

    /**
     * A learner's own enrolment, which no publication moves or ends until the transaction ends; while one does, it is
     * waited for.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Enrolment hold(PersonId learner, EnrolmentId id) {
        return jdbc.sql("""
                        select * from enrolment.enrolment where enrolment_id = :id and person_id = :person
                        for key share
                        """)
                .param("id", id.value())
                .param("person", learner.value())
                .query((row, ignored) -> enrolment(row))
                .optional()
                .orElseThrow(() -> new NotFound("enrolment", id));
    }

    /** In order of id, which is the order in which several are changed at once. */
    public List<Enrolment> find(Collection<EnrolmentId> ids) {
        return jdbc.sql("select * from enrolment.enrolment where enrolment_id = any(:ids) order by enrolment_id")
                .param("ids", values(ids))
                .query((row, ignored) -> enrolment(row))
                .list();
    }

    /** What a person takes now, newest first. */
    public List<Enrolment> of(PersonId learner) {
        return jdbc.sql("""
                        select * from enrolment.enrolment where person_id = :person and ended_at is null
                        order by enrolment_id desc
                        """)
                .param("person", learner.value())
                .query((row, ignored) -> enrolment(row))
                .list();
    }

    /** Everybody who takes a course now, in one statement. */
    public List<Standing> standings(CourseId courseId) {
        return jdbc.sql("""
                        select enrolment_id, version, completed_at is not null as completed
                        from enrolment.enrolment where course_id = :course and ended_at is null
                        """)
                .param("course", courseId.value())
                .query((row, ignored) -> new Standing(
                        new EnrolmentId(row.getObject("enrolment_id", UUID.class)),
                        row.getInt("version"),
                        row.getBoolean("completed")))
                .list();
    }

    /** How many take each of these courses now, or did to the end; in one statement. */
    public Map<CourseId, Integer> countLearners(Collection<CourseId> courses) {
        var learners = new HashMap<CourseId, Integer>();
        jdbc.sql("""
                select course_id, count(*) as learners from enrolment.enrolment
                where course_id = any(:courses) and ended_at is null group by course_id
                """)
                .param("courses", courses.stream().map(CourseId::value).toArray(UUID[]::new))
                .query(row -> {
                    learners.put(new CourseId(row.getObject("course_id", UUID.class)), row.getInt("learners"));
                });
        return learners;
    }

    /** How many people completed each course, for rankings that are made now and then: it reads all enrolments. */
    public Map<CourseId, Integer> completions() {
        return jdbc
                .sql("""
                        select course_id, count(*) as people from enrolment.enrolment
                        where completed_at is not null group by course_id
                        """)
                .query((row, ignored) ->
                        Map.entry(new CourseId(row.getObject("course_id", UUID.class)), row.getInt("people")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Every enrolment that there ever was in a course, ended or not, in order of id. */
    public List<EnrolmentId> ever(CourseId courseId) {
        return jdbc.sql("select enrolment_id from enrolment.enrolment where course_id = :course order by enrolment_id")
                .param("course", courseId.value())
                .query((row, ignored) -> new EnrolmentId(row.getObject("enrolment_id", UUID.class)))
                .list();
    }

    @Override
    public boolean takes(PersonId person, CourseId courseId) {
        return jdbc.sql("""
                        select exists (
                            select from enrolment.enrolment where person_id = :person and course_id = :course)
                        """)
                .param("person", person.value())
                .param("course", courseId.value())
                .query(Boolean.class)
                .single();
    }

    /**
     * Notes that an enrolment is completed, so that no later version moves or ends it; within the transaction that
     * records the completion, and before anything else in it.
     *
     * @param version the one that was completed
     * @return false if the enrolment was moved or ended meanwhile, or is completed already
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean complete(EnrolmentId id, int version, Instant at) {
        return jdbc.sql("""
                        update enrolment.enrolment set completed_at = :at
                        where enrolment_id = :id and version = :version and ended_at is null and completed_at is null
                        """)
                        .param("id", id.value())
                        .param("version", version)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    static UUID[] values(Collection<EnrolmentId> ids) {
        return ids.stream().map(EnrolmentId::value).toArray(UUID[]::new);
    }

    private static Enrolment enrolment(ResultSet row) throws SQLException {
        var replacedBy = row.getObject("replaced_by", UUID.class);
        return new Enrolment(
                new EnrolmentId(row.getObject("enrolment_id", UUID.class)),
                new PersonId(row.getObject("person_id", UUID.class)),
                new CourseId(row.getObject("course_id", UUID.class)),
                row.getInt("version"),
                row.getInt("generation"),
                row.getObject("enrolled_at", OffsetDateTime.class).toInstant(),
                instant(row, "ended_at"),
                replacedBy == null ? null : new EnrolmentId(replacedBy),
                instant(row, "completed_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
