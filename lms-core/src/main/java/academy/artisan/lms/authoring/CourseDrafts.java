package academy.artisan.lms.authoring;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

import academy.artisan.lms.course.CourseContent;
import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.course.GroupId;
import academy.artisan.lms.identity.PersonId;
import academy.artisan.lms.support.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Drafts in PostgreSQL: one document each, saved only on top of the revision that was read. */
@Component
class CourseDrafts {

    private final JdbcClient jdbc;
    private final Clock clock;

    CourseDrafts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    CourseDraft get(CourseId courseId) {
        return jdbc.sql("""
                        select group_id, revision, content, saved_at from authoring.draft where course_id = :course
                        """)
                .param("course", courseId.value())
                .query((row, ignored) -> new CourseDraft(
                        courseId,
                        new GroupId(row.getObject("group_id", UUID.class)),
                        row.getInt("revision"),
                        CourseContent.of(row.getString("content")),
                        row.getObject("saved_at", OffsetDateTime.class).toInstant()))
                .optional()
                .orElseThrow(() -> new NotFound("course", courseId));
    }

    /** Holds the draft as it is until the transaction ends. */
    CourseDraft lock(CourseId courseId) {
        jdbc.sql("select from authoring.draft where course_id = :course for update")
                .param("course", courseId.value())
                .query((row, ignored) -> true)
                .optional();
        return get(courseId);
    }

    void add(CourseId courseId, GroupId groupId, CourseContent content, PersonId author) {
        jdbc.sql("""
                insert into authoring.draft (course_id, group_id, revision, content, saved_at)
                values (:course, :group, 1, :content::jsonb, :now)
                """)
                .param("course", courseId.value())
                .param("group", groupId.value())
                .param("content", content.canonical())
                .param("now", now())
                .update();
        recordEdit(courseId, 1, author);
    }

    /** @throws DraftChangedMeanwhile if the draft is no longer at that revision */
    void save(CourseId courseId, int revision, CourseContent content, PersonId editor) {
        var saved = jdbc.sql("""
                        update authoring.draft
                        set content = :content::jsonb, revision = revision + 1, saved_at = :now
                        where course_id = :course and revision = :revision
                        """)
                .param("course", courseId.value())
                .param("revision", revision)
                .param("content", content.canonical())
                .param("now", now())
                .update();
        if (saved == 0) {
            throw new DraftChangedMeanwhile(get(courseId).revision());
        }
        recordEdit(courseId, revision + 1, editor);
    }

    boolean hasEdited(PersonId person, CourseId courseId) {
        return jdbc.sql("""
                        select exists (
                            select from authoring.edit where course_id = :course and person_id = :person)
                        """)
                .param("course", courseId.value())
                .param("person", person.value())
                .query(Boolean.class)
                .single();
    }

    /** The ids that sections and lessons of this course ever had. */
    Set<UUID> parts(CourseId courseId) {
        return new HashSet<>(jdbc.sql("select part_id from authoring.part where course_id = :course")
                .param("course", courseId.value())
                .query(UUID.class)
                .list());
    }

    void addParts(CourseId courseId, Collection<UUID> parts) {
        jdbc.sql("insert into authoring.part (part_id, course_id) select part, :course from unnest(:parts) part")
                .param("course", courseId.value())
                .param("parts", parts.toArray(UUID[]::new))
                .update();
    }

    private void recordEdit(CourseId courseId, int revision, PersonId editor) {
        jdbc.sql("""
                insert into authoring.edit (course_id, revision, person_id, edited_at)
                values (:course, :revision, :person, :now)
                """)
                .param("course", courseId.value())
                .param("revision", revision)
                .param("person", editor.value())
                .param("now", now())
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
