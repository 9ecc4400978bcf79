package academy.artisan.lms.course;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;

import academy.artisan.lms.support.CanonicalJson;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Freezes approved content as an immutable version; the database refuses to change one. */
@Service
public class Publishing {

    /**
     * What was approved, and whose it is.
     *
     * @param seconds how long the lessons take whose length is not in the content itself
     */
    public record Approved(
            CourseId courseId,
            GroupId groupId,
            String groupName,
            String field,
            CourseContent content,
            Map<LessonId, Integer> seconds) {}

    private final JdbcClient jdbc;
    private final Catalog catalog;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Publishing(JdbcClient jdbc, Catalog catalog, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.catalog = catalog;
        this.events = events;
        this.clock = clock;
    }

    /** Makes the content the version that learners see; the content that they see already is not published again. */
    @Transactional
    public CourseVersion publish(Approved approved) {
        var open = catalog.find(approved.courseId());
        if (open.filter(version -> version.digest().equals(approved.content().digest()))
                .isPresent()) {
            return open.get();
        }
        var before = catalog.latest(approved.courseId());
        var version = before.map(CourseVersion::version).orElse(0) + 1;
        insert(approved, version, Frozen.of(approved, before));
        jdbc.sql("""
                insert into course.open_course (course_id, version) values (:course, :version)
                on conflict (course_id) do update set version = excluded.version
                """)
                .param("course", approved.courseId().value())
                .param("version", version)
                .update();
        events.publishEvent(new CoursePublished(approved.courseId(), version));
        return catalog.get(approved.courseId(), version);
    }

    private void insert(Approved approved, int version, Frozen frozen) {
        jdbc.sql("""
                insert into course.version (course_id, version, group_id, content, digest, frozen, published_at)
                values (:course, :version, :group, :content, :digest, :frozen::jsonb, :now)
                """)
                .param("course", approved.courseId().value())
                .param("version", version)
                .param("group", approved.groupId().value())
                .param("content", approved.content().canonical())
                .param("digest", approved.content().digest())
                .param("frozen", CanonicalJson.write(frozen))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
