package academy.artisan.lms.course;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import academy.artisan.lms.identity.PersonId;
import academy.artisan.lms.support.CanonicalJson;
import academy.artisan.lms.support.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is on record of publications: who, when, approved by whom, and the very bytes. */
@Component
public class Versions {

    private static final String SELECT = """
            select course_id, version, digest, published_at, published_by, learners_in_progress, note, approvals,
                imported_at
            from course.version where course_id = :course
            """;

    private final JdbcClient jdbc;

    Versions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Newest first. */
    List<PublishedVersion> of(CourseId courseId) {
        return jdbc.sql(SELECT + "order by version desc")
                .param("course", courseId.value())
                .query((row, ignored) -> version(row))
                .list();
    }

    /** All up to this one, oldest first. */
    public List<PublishedVersion> upTo(CourseId courseId, int version) {
        return jdbc.sql(SELECT + "and version <= :version order by version")
                .param("course", courseId.value())
                .param("version", version)
                .query((row, ignored) -> version(row))
                .list();
    }

    /**
     * Of courses with the oldest version that somebody is in: the newest later version that does not keep its learners
     * there. Courses without one are missing.
     */
    public Map<CourseId, Integer> newestToFollow(Map<CourseId, Integer> oldestTaken) {
        var newest = new HashMap<CourseId, Integer>();
        jdbc.sql("""
                select course_id, max(v.version) as newest
                from unnest(:courses::uuid[], :oldest::int[]) as taken (course_id, version)
                join course.version v using (course_id)
                where v.version > taken.version and v.learners_in_progress <> :keep group by course_id
                """)
                .param(
                        "courses",
                        oldestTaken.keySet().stream().map(CourseId::value).toArray(UUID[]::new))
                .param("oldest", oldestTaken.values().toArray(Integer[]::new))
                .param("keep", LearnersInProgress.KEEP.name())
                .query(row -> {
                    newest.put(new CourseId(row.getObject("course_id", UUID.class)), row.getInt("newest"));
                });
        return newest;
    }

    public PublishedVersion get(CourseId courseId, int version) {
        return jdbc.sql(SELECT + "and version = :version")
                .param("course", courseId.value())
                .param("version", version)
                .query((row, ignored) -> version(row))
                .optional()
                .orElseThrow(() -> new NotFound("course version", courseId + " " + version));
    }

    /** The canonical JSON as it was digested. */
    String canonical(CourseId courseId, int version) {
        return jdbc.sql("select content from course.version where course_id = :course and version = :version")
                .param("course", courseId.value())
                .param("version", version)
                .query(String.class)
                .optional()
                .orElseThrow(() -> new NotFound("course version", courseId + " " + version));
    }

    static PublishedVersion version(ResultSet row) throws SQLException {
        var publishedBy = row.getObject("published_by", UUID.class);
        var importedAt = row.getObject("imported_at", OffsetDateTime.class);
        return new PublishedVersion(
                new CourseId(row.getObject("course_id", UUID.class)),
                row.getInt("version"),
                row.getString("digest"),
                row.getObject("published_at", OffsetDateTime.class).toInstant(),
                publishedBy == null ? null : new PersonId(publishedBy),
                LearnersInProgress.valueOf(row.getString("learners_in_progress")),
                row.getString("note"),
                List.of(CanonicalJson.read(row.getString("approvals"), Approval[].class)),
                importedAt == null ? null : importedAt.toInstant());
    }
}
