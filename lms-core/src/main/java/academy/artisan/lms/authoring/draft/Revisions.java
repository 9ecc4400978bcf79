package academy.artisan.lms.authoring.draft;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import academy.artisan.lms.authoring.outline.Difference;
import academy.artisan.lms.authoring.outline.Part;
import academy.artisan.lms.course.CourseContent;
import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.identity.PersonId;
import academy.artisan.lms.support.CanonicalJson;
import academy.artisan.lms.support.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The history of drafts. A revision keeps only the parts that it changed, and the order of parts when that changed; so
 * a small edit of a large course is a small row, and every revision can be read again.
 */
@Component
public class Revisions {

    private final JdbcClient jdbc;

    Revisions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void addFirst(CourseId courseId, CourseContent content, PersonId author, Instant at, @Nullable String message) {
        var nothing = CourseContent.of(content.attributes(), List.of());
        var all = new Save(content, Difference.between(courseId, nothing, content), author, message);
        addRevision(courseId, 1, all, Structure.of(content), at);
        addParts(courseId, 1, Part.of(courseId, content));
        touch(courseId, 1, Part.of(courseId, content).keySet().toArray(UUID[]::new));
    }

    void add(CourseDraft before, Save save, Instant at) {
        var courseId = before.courseId();
        var revision = before.revision() + 1;
        var structure = Structure.of(save.content());
        var isReordered = !structure.equals(Structure.of(before.content()));
        addRevision(courseId, revision, save, isReordered ? structure : null, at);
        addParts(courseId, revision, save.difference().partsNow());
        touch(courseId, revision, save.difference().changedParts());
    }

    private void addRevision(
            CourseId courseId, int revision, Save save, @Nullable List<Structure> structure, Instant at) {
        jdbc.sql("""
                insert into authoring.revision (course_id, revision, person_id, saved_at, message, changes, structure)
                values (:course, :revision, :person, :at, :message, :changes::jsonb, :structure::jsonb)
                """)
                .param("course", courseId.value())
                .param("revision", revision)
                .param("person", save.editor().value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("message", save.message())
                .param("changes", CanonicalJson.write(save.difference().counts()))
                .param("structure", structure == null ? null : CanonicalJson.write(structure))
                .update();
    }

    private void addParts(CourseId courseId, int revision, Map<UUID, Part> parts) {
        jdbc.sql("""
                insert into authoring.part_revision (course_id, part_id, revision, content)
                select :course, part, :revision, content::jsonb
                from unnest(:parts::uuid[], :contents::text[]) as changed (part, content)
                """)
                .param("course", courseId.value())
                .param("revision", revision)
                .param("parts", parts.keySet().toArray(UUID[]::new))
                .param("contents", parts.values().stream().map(Part::json).toArray(String[]::new))
                .update();
    }

    private void touch(CourseId courseId, int revision, UUID... parts) {
        jdbc.sql("""
                insert into authoring.part (part_id, course_id, changed_in)
                select part, :course, :revision from unnest(:parts::uuid[]) part
                on conflict (part_id) do update set changed_in = excluded.changed_in
                """)
                .param("course", courseId.value())
                .param("revision", revision)
                .param("parts", parts)
                .update();
    }

    /** Keeps ids for parts that the course had before it was here. */
    void addEarlierParts(CourseId courseId, Collection<UUID> parts) {
        jdbc.sql("""
                insert into authoring.part (part_id, course_id) select part, :course from unnest(:parts::uuid[]) part
                on conflict do nothing
                """)
                .param("course", courseId.value())
                .param("parts", parts.toArray(UUID[]::new))
                .update();
    }

    /** Those of the ids that parts of this course have or had, and the revision that last changed each. */
    Map<UUID, Integer> changedIn(CourseId courseId, Collection<UUID> ids) {
        var changed = new HashMap<UUID, Integer>();
        jdbc.sql("""
                select part_id, changed_in from authoring.part
                where part_id = any(:ids) and course_id = :course
                """)
                .param("ids", ids.toArray(UUID[]::new))
                .param("course", courseId.value())
                .query(row -> {
                    changed.put(row.getObject("part_id", UUID.class), row.getInt("changed_in"));
                });
        return changed;
    }

    /** Everybody who saved a revision of the course after the given one. */
    public Set<PersonId> editors(CourseId courseId, int after) {
        return jdbc.sql("""
                        select distinct person_id from authoring.revision where course_id = :course and revision > :after
                        """).param("course", courseId.value()).param("after", after).query(UUID.class).list().stream()
                .map(PersonId::new)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The content as of a revision; empty if it is not on record. Two statements, however large the course is. */
    public Optional<CourseContent> contentAt(CourseId courseId, int revision) {
        return jdbc.sql("""
                        select (select structure from authoring.revision
                                where course_id = :course and revision <= :revision and structure is not null
                                order by revision desc limit 1)
                        from authoring.revision where course_id = :course and revision = :revision
                        """)
                .param("course", courseId.value())
                .param("revision", revision)
                .query(String.class)
                .optional()
                .map(structure -> Structure.assemble(structure, partsAt(courseId, revision), courseId));
    }

    private Map<UUID, String> partsAt(CourseId courseId, int revision) {
        var parts = new HashMap<UUID, String>();
        jdbc.sql("""
                select distinct on (part_id) part_id, content from authoring.part_revision
                where course_id = :course and revision <= :revision order by part_id, revision desc
                """)
                .param("course", courseId.value())
                .param("revision", revision)
                .query(row -> {
                    parts.put(row.getObject("part_id", UUID.class), row.getString("content"));
                });
        return parts;
    }

    /**
     * The content as of a revision.
     *
     * @throws NotFound if it is not on record
     */
    public CourseContent requireContentAt(CourseId courseId, int revision) {
        return contentAt(courseId, revision).orElseThrow(() -> new NotFound("revision", revision));
    }

    /** Newest first, those before the given one. */
    List<Revision> before(CourseId courseId, int revision, int limit) {
        return jdbc.sql("""
                        select revision, person_id, saved_at, message, changes from authoring.revision
                        where course_id = :course and revision < :revision order by revision desc limit :limit
                        """)
                .param("course", courseId.value())
                .param("revision", revision)
                .param("limit", limit)
                .query((row, ignored) -> new Revision(
                        row.getInt("revision"),
                        new PersonId(row.getObject("person_id", UUID.class)),
                        CourseDrafts.instant(row, "saved_at"),
                        row.getString("message"),
                        ChangeCounts.read(row.getString("changes"))))
                .list();
    }
}
