package academy.artisan.lms.course;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import academy.artisan.lms.identity.PersonId;
import academy.artisan.lms.support.CanonicalJson;
import org.jspecify.annotations.Nullable;
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
     * @param approvals the evidence
     */
    public record Approved(
            CourseId courseId,
            GroupId groupId,
            String groupName,
            String field,
            CourseContent content,
            Map<LessonId, Integer> seconds,
            List<Approval> approvals) {}

    /**
     * How it is published.
     *
     * @param note what the author says of it
     */
    public record Terms(
            PersonId by,
            LearnersInProgress learnersInProgress,
            @Nullable String note) {}

    /** The version that learners see, and whether it was made just now. */
    public record Published(CourseVersion version, boolean isNew) {}

    private final JdbcClient jdbc;
    private final Catalog catalog;
    private final Versions versions;
    private final EarlierVersions earlierVersions;
    private final CourseTurns turns;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Publishing(
            JdbcClient jdbc,
            Catalog catalog,
            Versions versions,
            EarlierVersions earlierVersions,
            CourseTurns turns,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.catalog = catalog;
        this.versions = versions;
        this.earlierVersions = earlierVersions;
        this.turns = turns;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Makes the content the version that learners see, also where the course was withdrawn. Content that they see
     * already is not published again; whoever publishes takes turns.
     *
     * @throws PublishedOtherwise if they see that content already, published under other terms
     */
    @Transactional
    public Published publish(Approved approved, Terms terms) {
        turns.take(approved.courseId());
        var open = catalog.find(approved.courseId());
        if (open.filter(version -> version.digest().equals(approved.content().digest()))
                .isPresent()) {
            requireSameTerms(open.get(), terms);
            return new Published(open.get(), false);
        }
        var earlier = earlierVersions.of(approved.courseId(), approved.content());
        var version = earlier.latest() + 1;
        insert(approved, terms, version, Frozen.of(approved, earlier));
        jdbc.sql("""
                insert into course.open_course as open (course_id, version, change, audience)
                values (:course, :version, :version, course.audience_of(:course, :group))
                on conflict (course_id) do update set version = excluded.version, change = open.change + 1,
                    audience = excluded.audience, withdrawn_at = null, withdrawn_by = null, withdrawn_reason = null
                """)
                .param("course", approved.courseId().value())
                .param("version", version)
                .param("group", approved.groupId().value())
                .update();
        events.publishEvent(new CoursePublished(approved.courseId(), version));
        return new Published(catalog.get(approved.courseId(), version), true);
    }

    private void requireSameTerms(CourseVersion open, Terms terms) {
        var published = versions.get(open.courseId(), open.version());
        if (published.learnersInProgress() != terms.learnersInProgress()
                || !Objects.equals(published.note(), terms.note())) {
            throw new PublishedOtherwise();
        }
    }

    /** The version that this content would become, as learners would read it; nothing is published. */
    @Transactional(readOnly = true)
    public CourseVersion wouldBe(Approved approved) {
        var earlier = earlierVersions.of(approved.courseId(), approved.content());
        return VersionReading.of(
                approved.courseId(),
                earlier.latest() + 1,
                approved.content().digest(),
                approved.groupId(),
                approved.content(),
                Frozen.of(approved, earlier),
                clock.instant());
    }

    private void insert(Approved approved, Terms terms, int version, Frozen frozen) {
        jdbc.sql("""
                insert into course.version
                    (course_id, version, group_id, content, digest, frozen, published_at, published_by,
                     learners_in_progress, note, approvals)
                values (:course, :version, :group, :content, :digest, :frozen::jsonb, :now, :person,
                        :learners, :note, :approvals::jsonb)
                """)
                .param("course", approved.courseId().value())
                .param("version", version)
                .param("group", approved.groupId().value())
                .param("content", approved.content().canonical())
                .param("digest", approved.content().digest())
                .param("frozen", CanonicalJson.write(frozen))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("person", terms.by().value())
                .param("learners", terms.learnersInProgress().name())
                .param("note", terms.note())
                .param("approvals", CanonicalJson.write(approved.approvals()))
                .update();
    }
}
