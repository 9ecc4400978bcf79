package academy.artisan.lms.course;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiConsumer;

import academy.artisan.lms.support.CanonicalJson;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Published versions as they are carried from one installation to another, content and evidence as they were. Those
 * that come in are not open: nobody takes them, until the group publishes the course here.
 */
@Component
public class CarriedVersions {

    private final JdbcClient jdbc;
    private final Clock clock;

    CarriedVersions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * All versions of a course in order, facts and content, by one statement; not all are in memory at once.
     *
     * @param each is given the facts and the canonical content
     */
    @Transactional(readOnly = true)
    public void each(CourseId courseId, BiConsumer<VersionFacts, String> each) {
        try (var versions = jdbc
                .sql("select * from course.version where course_id = :course order by version")
                .withFetchSize(1)
                .param("course", courseId.value())
                .query((row, ignored) -> {
                    var frozen = CanonicalJson.read(row.getString("frozen"), Frozen.class);
                    each.accept(VersionFacts.of(Versions.version(row), frozen), row.getString("content"));
                    return true;
                })
                .stream()) {
            versions.forEach(ignored -> {});
        }
    }

    /** The digest of each version of a course. */
    public SortedMap<Integer, String> digests(CourseId courseId) {
        var digests = new TreeMap<Integer, String>();
        jdbc.sql("select version, digest from course.version where course_id = :course")
                .param("course", courseId.value())
                .query(row -> {
                    digests.put(row.getInt("version"), row.getString("digest"));
                });
        return digests;
    }

    /** Those of these files and videos that the open version of some course shows that is open to this viewer. */
    public Set<UUID> shownOpenly(Collection<UUID> media, CourseViewer viewer) {
        return new HashSet<>(jdbc.sql("""
                        select distinct shown from course.open_course open
                        join course.version version using (course_id, version),
                            unnest(course.media_of(version.content)) shown
                        where open.withdrawn_at is null and open.audience && :audiences::text[]
                            and course.media_of(version.content) && :media
                            and shown = any(:media)
                        """)
                .param("media", media.toArray(UUID[]::new))
                .param("audiences", viewer.asArray())
                .query(UUID.class)
                .list());
    }

    /** Adds a version as another installation published it, within the transaction that adds the course. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(CourseId courseId, GroupId groupId, VersionFacts facts, String content) {
        var publishedBy = facts.publishedBy();
        jdbc.sql("""
                insert into course.version
                    (course_id, version, group_id, content, digest, frozen, published_at, published_by,
                     learners_in_progress, note, approvals, imported_at)
                values (:course, :version, :group, :content, :digest, :frozen::jsonb, :at, :person,
                        :learners, :note, :approvals::jsonb, :now)
                """)
                .param("course", courseId.value())
                .param("version", facts.version())
                .param("group", groupId.value())
                .param("content", content)
                .param("digest", facts.digest())
                .param("frozen", CanonicalJson.write(facts.frozen()))
                .param("at", facts.publishedAt().atOffset(ZoneOffset.UTC))
                .param("person", publishedBy == null ? null : publishedBy.value())
                .param("learners", facts.learnersInProgress().name())
                .param("note", facts.note())
                .param("approvals", CanonicalJson.write(facts.approvals()))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
