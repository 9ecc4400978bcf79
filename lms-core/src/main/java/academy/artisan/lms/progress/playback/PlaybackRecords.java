package academy.artisan.lms.progress.playback;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import academy.artisan.lms.course.LessonId;
import academy.artisan.lms.enrolment.EnrolmentId;
import academy.artisan.lms.identity.PersonId;
import academy.artisan.lms.progress.PlaybackId;
import academy.artisan.lms.progress.PlaybackToken;
import academy.artisan.lms.progress.inflight.DirtyLesson;
import academy.artisan.lms.progress.policy.WatchPolicy;
import academy.artisan.lms.support.CanonicalJson;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Playbacks in PostgreSQL: every opening of a lesson, for as long as evidence is kept. Which one is the newest is for
 * PostgreSQL to say, which counts openings: ids tell the time by the clocks of the nodes, and these differ.
 */
@Repository
class PlaybackRecords {

    /** A playback as it is on record. */
    record OpenPlayback(PlaybackId playbackId, boolean isRevoked) {}

    private static final String NEWEST = """
            select playback_id, revoked_at from progress.playback
            where person_id = :person order by opening desc, playback_id desc limit 1
            """;

    private final JdbcClient jdbc;

    PlaybackRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void record(PlaybackToken opened, Instant at) {
        jdbc.sql("""
                insert into progress.playback (playback_id, person_id, enrolment_id, lesson_id, opened_at, policy)
                values (:playback, :person, :enrolment, :lesson, :openedAt, :policy::jsonb)
                """)
                .param("playback", opened.playbackId().value())
                .param("person", opened.learner().value())
                .param("enrolment", opened.enrolmentId().value())
                .param("lesson", opened.lessonId().value())
                .param("openedAt", at.atOffset(ZoneOffset.UTC))
                .param("policy", CanonicalJson.write(opened.policy()))
                .update();
    }

    /** Unless it was revoked, which stays on record. */
    void remove(PlaybackId playback) {
        jdbc.sql("delete from progress.playback where playback_id = :playback and revoked_at is null")
                .param("playback", playback.value())
                .update();
    }

    Optional<OpenPlayback> newestPlayback(PersonId learner) {
        return newestPlayback(learner, NEWEST);
    }

    /** It is neither revoked nor renewed elsewhere until the transaction ends. */
    Optional<OpenPlayback> holdNewestPlayback(PersonId learner) {
        return newestPlayback(learner, NEWEST + "for no key update");
    }

    private Optional<OpenPlayback> newestPlayback(PersonId learner, String sql) {
        return jdbc.sql(sql)
                .param("person", learner.value())
                .query((row, ignored) -> new OpenPlayback(
                        new PlaybackId(row.getObject("playback_id", UUID.class)), row.getObject("revoked_at") != null))
                .optional();
    }

    void renew(PlaybackId playback, Instant at, WatchPolicy policy) {
        jdbc.sql("""
                update progress.playback
                set renewed_at = :at, policy = :policy::jsonb,
                    most_rate = greatest(most_rate, (policy ->> 'maxRate')::double precision, :rate)
                where playback_id = :playback
                """)
                .param("playback", playback.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("policy", CanonicalJson.write(policy))
                .param("rate", policy.maxRate())
                .update();
    }

    Optional<PersonId> learnerOf(PlaybackId playback) {
        return jdbc.sql("select person_id from progress.playback where playback_id = :playback")
                .param("playback", playback.value())
                .query((row, ignored) -> new PersonId(row.getObject("person_id", UUID.class)))
                .optional();
    }

    /** False if it was revoked before. */
    boolean revoke(PlaybackId playback, PersonId by, Instant at) {
        return jdbc.sql("""
                        update progress.playback set revoked_at = :at, revoked_by = :by
                        where playback_id = :playback and revoked_at is null
                        """)
                        .param("playback", playback.value())
                        .param("by", by.value())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /**
     * Something that a learner opened.
     *
     * @param lesson where progress in it is kept
     */
    record RecentPlayback(PlaybackId playback, DirtyLesson lesson) {}

    /** The playbacks of these enrolments that have a token from after that moment. */
    List<RecentPlayback> recentPlaybacks(Collection<EnrolmentId> enrolments, Instant since) {
        return jdbc.sql("""
                        select playback_id, person_id, enrolment_id, lesson_id from progress.playback
                        where enrolment_id = any(:enrolments) and greatest(opened_at, renewed_at) > :since
                        """)
                .param("enrolments", enrolments.stream().map(EnrolmentId::value).toArray(UUID[]::new))
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query((row, ignored) -> new RecentPlayback(
                        new PlaybackId(row.getObject("playback_id", UUID.class)),
                        new DirtyLesson(
                                new PersonId(row.getObject("person_id", UUID.class)),
                                new EnrolmentId(row.getObject("enrolment_id", UUID.class)),
                                new LessonId(row.getObject("lesson_id", UUID.class)))))
                .list();
    }
}
