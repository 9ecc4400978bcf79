package academy.artisan.lms.authoring.draft;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.identity.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who had a hand in a course: by saving it, or by having written what was copied into it or gone back to. */
@Component
public class Contributors {

    private static final String HANDS = """
            (select person_id, revision from authoring.revision where course_id = :course
             union all
             select person_id, revision from authoring.contributor where course_id = :course) as hand
            """;

    private final JdbcClient jdbc;

    Contributors(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps who wrote what an earlier revision says: it is the newest again. */
    void revert(CourseDraft reverted, int to) {
        bring(reverted.courseId(), to, reverted.courseId(), reverted.revision());
    }

    /** Keeps who wrote a draft, as it is, beside the course that begins as a copy of it. */
    void copyDraft(CourseId from, CourseId copy) {
        bring(from, Integer.MAX_VALUE, copy, 1);
    }

    /** Keeps who wrote what is published beside the course that begins as a copy of it. */
    void copyVersion(CourseId from, CourseId copy) {
        var published = jdbc.sql("select published_revision from authoring.draft where course_id = :course")
                .param("course", from.value())
                .query(Integer.class)
                .optional();
        bring(from, published.orElse(Integer.MAX_VALUE), copy, 1);
    }

    private void bring(CourseId from, int upTo, CourseId to, int into) {
        jdbc.sql(
                        "insert into authoring.contributor (course_id, person_id, revision) select distinct :to, person_id, :into from "
                                + HANDS + "where revision <= :upTo on conflict do nothing")
                .param("course", from.value())
                .param("upTo", upTo)
                .param("to", to.value())
                .param("into", into)
                .update();
    }

    /** Whether this person had a hand in the course after the given revision. */
    public boolean includes(PersonId person, CourseId courseId, int after) {
        return jdbc.sql("select exists (select from " + HANDS + "where person_id = :person and revision > :after)")
                .param("course", courseId.value())
                .param("person", person.value())
                .param("after", after)
                .query(Boolean.class)
                .single();
    }

    /** Everybody who had a hand in the course after the given revision. */
    public Set<PersonId> of(CourseId courseId, int after) {
        return jdbc
                .sql("select distinct person_id from " + HANDS + "where revision > :after")
                .param("course", courseId.value())
                .param("after", after)
                .query(UUID.class)
                .list()
                .stream()
                .map(PersonId::new)
                .collect(Collectors.toUnmodifiableSet());
    }
}
