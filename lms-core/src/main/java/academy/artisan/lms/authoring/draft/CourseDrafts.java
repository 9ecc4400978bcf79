package academy.artisan.lms.authoring.draft;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

import academy.artisan.lms.authoring.DraftChanged;
import academy.artisan.lms.course.CourseContent;
import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.course.GroupId;
import academy.artisan.lms.identity.PersonId;
import academy.artisan.lms.support.CanonicalJson;
import academy.artisan.lms.support.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Drafts in PostgreSQL: one document each, and beside it what lists show. Every save is a revision. */
@Component
public class CourseDrafts {

    private static final String SELECT = "select * from authoring.draft where course_id = :course";

    private final JdbcClient jdbc;
    private final Revisions revisions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CourseDrafts(JdbcClient jdbc, Revisions revisions, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.revisions = revisions;
        this.events = events;
        this.clock = clock;
    }

    /**
     * The draft as it is now.
     *
     * @throws NotFound if there is no such draft, or it was deleted
     */
    public CourseDraft get(CourseId courseId) {
        return read(SELECT + " and deleted_at is null", courseId);
    }

    /** Holds the draft as it is until the transaction ends. */
    public CourseDraft lock(CourseId courseId) {
        return read(SELECT + " and deleted_at is null for update", courseId);
    }

    /** Whether it was deleted or not. */
    public CourseDraft lockAlsoDeleted(CourseId courseId) {
        return read(SELECT + " for update", courseId);
    }

    Optional<CourseDraft> findAlsoDeleted(CourseId courseId) {
        return find(SELECT, courseId);
    }

    private CourseDraft read(String sql, CourseId courseId) {
        return find(sql, courseId).orElseThrow(() -> new NotFound("course", courseId));
    }

    private Optional<CourseDraft> find(String sql, CourseId courseId) {
        return jdbc.sql(sql)
                .param("course", courseId.value())
                .query((row, ignored) -> draft(row))
                .optional();
    }

    /** Adds a course; its first revision has all parts. */
    public CourseDraft add(
            CourseId courseId, GroupId groupId, CourseContent content, PersonId author, @Nullable String message) {
        var canonical = DraftLimits.canonical(content);
        var now = now();
        jdbc.sql("""
                insert into authoring.draft (course_id, group_id, revision, content, saved_at, saved_by, title, level,
                    tags, digest, created_at, created_by)
                values (:course, :group, 1, :content::jsonb, :now, :person, :title, :level, :tags, :digest, :now, :person)
                """)
                .param("course", courseId.value())
                .param("group", groupId.value())
                .param("content", canonical)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("person", author.value())
                .param("title", content.title())
                .param("level", content.level())
                .param("tags", content.tags().toArray(String[]::new))
                .param("digest", CanonicalJson.sha256(canonical))
                .update();
        revisions.addFirst(courseId, content, author, now, message);
        events.publishEvent(DraftChanged.of(courseId));
        return get(courseId);
    }

    /** Saves content on top of the draft that is locked, as its next revision. */
    public CourseDraft save(CourseDraft locked, Save save) {
        var canonical = DraftLimits.canonical(save.content());
        var digest = CanonicalJson.sha256(canonical);
        var now = now();
        var state = jdbc.sql("""
                        update authoring.draft
                        set content = :content::jsonb, revision = revision + 1, saved_at = :now, saved_by = :person,
                            title = :title, level = :level, tags = :tags, digest = :digest
                        where course_id = :course and revision = :revision
                        returning state
                        """)
                .param("course", locked.courseId().value())
                .param("revision", locked.revision())
                .param("content", canonical)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("person", save.editor().value())
                .param("title", save.content().title())
                .param("level", save.content().level())
                .param("tags", save.content().tags().toArray(String[]::new))
                .param("digest", digest)
                .query(String.class)
                .single();
        revisions.add(locked, save, now);
        events.publishEvent(DraftChanged.of(locked.courseId()));
        return locked.next(save.content(), digest, DraftState.valueOf(state), save.editor(), now);
    }

    /** Marks a course deleted, or not deleted any more; false if it was so already. */
    boolean setDeleted(CourseId courseId, boolean isDeleted) {
        boolean isChanged = jdbc.sql("""
                        update authoring.draft set deleted_at = :at
                        where course_id = :course and (deleted_at is not null) <> :deleted
                        """)
                        .param("at", isDeleted ? clock.instant().atOffset(ZoneOffset.UTC) : null)
                        .param("course", courseId.value())
                        .param("deleted", isDeleted)
                        .update()
                == 1;
        if (isChanged) {
            events.publishEvent(DraftChanged.of(courseId));
        }
        return isChanged;
    }

    /** Notes whether a review is open, and the digest of what is approved, if it is approved as a whole. */
    public void noteReview(CourseId courseId, boolean isOpen, @Nullable String approvedDigest) {
        jdbc.sql("""
                update authoring.draft set in_review = :open, approved_digest = :digest where course_id = :course
                """)
                .param("open", isOpen)
                .param("digest", approvedDigest)
                .param("course", courseId.value())
                .update();
    }

    /** Notes that the draft, which is locked, became the version that learners see, just as it is. */
    public void notePublished(CourseDraft locked, int version, String digest) {
        jdbc.sql("""
                update authoring.draft
                set published_version = :version, published_digest = :digest, withdrawn = false,
                    published_revision = :revision
                where course_id = :course
                """)
                .param("version", version)
                .param("digest", digest)
                .param("revision", locked.revision())
                .param("course", locked.courseId().value())
                .update();
    }

    /** Notes which version another installation published last; no revision of this draft became it. */
    public void notePublishedElsewhere(CourseId courseId, int version, String digest) {
        jdbc.sql("""
                update authoring.draft
                set published_version = :version, published_digest = :digest, withdrawn = true, published_revision = null
                where course_id = :course
                """)
                .param("version", version)
                .param("digest", digest)
                .param("course", courseId.value())
                .update();
    }

    /** Notes whether what is published is withdrawn. */
    public void noteWithdrawn(CourseId courseId, boolean isWithdrawn) {
        jdbc.sql("update authoring.draft set withdrawn = :withdrawn where course_id = :course")
                .param("withdrawn", isWithdrawn)
                .param("course", courseId.value())
                .update();
    }

    /** As the database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static CourseDraft draft(ResultSet row) throws SQLException {
        var content = CourseContent.of(row.getString("content"));
        var digest = row.getString("digest");
        return new CourseDraft(
                new CourseId(row.getObject("course_id", UUID.class)),
                new GroupId(row.getObject("group_id", UUID.class)),
                row.getInt("revision"),
                content,
                digest.isEmpty() ? content.digest() : digest,
                DraftState.valueOf(row.getString("state")),
                row.getString("approved_digest"),
                row.getObject("published_version", Integer.class),
                row.getObject("published_revision", Integer.class),
                new PersonId(row.getObject("saved_by", UUID.class)),
                instant(row, "saved_at"));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
