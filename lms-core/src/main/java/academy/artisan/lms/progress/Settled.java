package academy.artisan.lms.progress;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import academy.artisan.lms.course.LessonId;
import academy.artisan.lms.enrolment.EnrolmentId;
import academy.artisan.lms.identity.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Progress as PostgreSQL knows it: durable, and the evidence of every hour. */
@Component
class Settled {

    /**
     * A playback as it is on record.
     *
     * @param settledAt time up to there is accounted for
     */
    record OpenPlayback(PlaybackId playbackId, @Nullable Instant settledAt, boolean isRevoked) {}

    private static final String NEWEST = """
            select playback_id, settled_at, revoked_at from progress.playback
            where person_id = :person order by playback_id desc limit 1
            """;

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    Settled(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    void record(PlaybackId playback, PersonId learner, EnrolmentId enrolment, LessonId lesson, Instant openedAt) {
        jdbc.sql("""
                insert into progress.playback (playback_id, person_id, enrolment_id, lesson_id, opened_at)
                values (:playback, :person, :enrolment, :lesson, :openedAt)
                """)
                .param("playback", playback.value())
                .param("person", learner.value())
                .param("enrolment", enrolment.value())
                .param("lesson", lesson.value())
                .param("openedAt", openedAt.atOffset(ZoneOffset.UTC))
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
                .query((row, ignored) -> {
                    var settledAt = row.getObject("settled_at", OffsetDateTime.class);
                    return new OpenPlayback(
                            new PlaybackId(row.getObject("playback_id", UUID.class)),
                            settledAt == null ? null : settledAt.toInstant(),
                            row.getObject("revoked_at") != null);
                })
                .optional();
    }

    void renew(PlaybackId playback, Instant at) {
        jdbc.sql("update progress.playback set renewed_at = :at where playback_id = :playback")
                .param("playback", playback.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
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

    List<LessonProgress> lessons(Collection<EnrolmentId> enrolments) {
        return jdbc.sql("""
                        select enrolment_id, lesson_id, coverage::text as coverage, position_seconds
                        from progress.lesson_progress where enrolment_id = any(:enrolments)
                        """)
                .param("enrolments", enrolments.stream().map(EnrolmentId::value).toArray(UUID[]::new))
                .query((row, ignored) -> lesson(row))
                .list();
    }

    List<PlaybackRecord> playbacks(EnrolmentId enrolment) {
        return jdbc.sql("""
                        select playback_id, lesson_id, opened_at, settled_at from progress.playback
                        where enrolment_id = :enrolment order by playback_id
                        """)
                .param("enrolment", enrolment.value())
                .query((row, ignored) -> {
                    var settledAt = row.getObject("settled_at", OffsetDateTime.class);
                    return new PlaybackRecord(
                            new PlaybackId(row.getObject("playback_id", UUID.class)),
                            new LessonId(row.getObject("lesson_id", UUID.class)),
                            row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                            settledAt == null ? null : settledAt.toInstant());
                })
                .list();
    }

    /**
     * Writes a batch by two statements, in order of key so that two nodes cannot lock each other out. Coverage is
     * united with what is there: settling the same again, late or twice, changes nothing.
     */
    @Transactional
    public void settle(List<InFlight.Changed> changes) {
        var batch = changes.stream()
                .sorted(Comparator.comparing(change ->
                        change.lesson().enrolment() + ":" + change.lesson().lesson()))
                .toList();
        jdbc.sql("""
                insert into progress.lesson_progress as known
                    (enrolment_id, lesson_id, coverage, covered_seconds, position_seconds, changed_at)
                select enrolment, lesson, coverage::int4multirange, seconds, position, at
                from unnest(:enrolments::uuid[], :lessons::uuid[], :coverages::text[], :seconds::int[],
                            :positions::int[], :times::timestamptz[])
                     as change (enrolment, lesson, coverage, seconds, position, at)
                on conflict (enrolment_id, lesson_id) do update set
                    coverage = known.coverage + excluded.coverage,
                    covered_seconds = (select coalesce(sum(upper(range) - lower(range)), 0)
                                       from unnest(known.coverage + excluded.coverage) as range),
                    position_seconds = case when excluded.changed_at >= known.changed_at
                                       then excluded.position_seconds else known.position_seconds end,
                    changed_at = greatest(known.changed_at, excluded.changed_at)
                """)
                .param(
                        "enrolments",
                        batch.stream()
                                .map(change -> change.lesson().enrolment().value())
                                .toArray(UUID[]::new))
                .param(
                        "lessons",
                        batch.stream()
                                .map(change -> change.lesson().lesson().value())
                                .toArray(UUID[]::new))
                .param(
                        "coverages",
                        batch.stream()
                                .map(change -> change.coverage().toMultirange())
                                .toArray(String[]::new))
                .param(
                        "seconds",
                        batch.stream()
                                .map(change -> change.coverage().seconds())
                                .toArray(Integer[]::new))
                .param(
                        "positions",
                        batch.stream().map(InFlight.Changed::position).toArray(Integer[]::new))
                .param("times", batch.stream().map(Settled::time).toArray(String[]::new))
                .update();
        jdbc.sql("""
                update progress.playback p set settled_at = greatest(p.settled_at, change.at)
                from (select playback, max(at) as at
                      from unnest(:playbacks::uuid[], :times::timestamptz[]) as change (playback, at)
                      group by playback) change
                where p.playback_id = change.playback
                """)
                .param(
                        "playbacks",
                        batch.stream().map(change -> change.playback().value()).toArray(UUID[]::new))
                .param("times", batch.stream().map(Settled::time).toArray(String[]::new))
                .update();
        events.publishEvent(new ProgressSettled(batch.stream()
                .map(change -> change.lesson().enrolment())
                .distinct()
                .toList()));
    }

    /** As text, because the driver binds no array of times. */
    private static String time(InFlight.Changed change) {
        return change.at().toString();
    }

    private static LessonProgress lesson(ResultSet row) throws SQLException {
        return new LessonProgress(
                new EnrolmentId(row.getObject("enrolment_id", UUID.class)),
                new LessonId(row.getObject("lesson_id", UUID.class)),
                Coverage.ofMultirange(row.getString("coverage")),
                row.getInt("position_seconds"));
    }
}
