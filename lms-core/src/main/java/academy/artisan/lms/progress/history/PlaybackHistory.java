package academy.artisan.lms.progress.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import academy.artisan.lms.course.LessonId;
import academy.artisan.lms.enrolment.EnrolmentId;
import academy.artisan.lms.progress.LessonProof;
import academy.artisan.lms.progress.PlaybackId;
import academy.artisan.lms.progress.PlaybackRecord;
import academy.artisan.lms.progress.PlaybackRecord.HeldPolicy;
import academy.artisan.lms.progress.Progress.LastPlace;
import academy.artisan.lms.progress.policy.WatchPolicy;
import academy.artisan.lms.support.CanonicalJson;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads playbacks with what they were credited, refused and asked. */
@Repository
public class PlaybackHistory {

    private static final String NO_POLICY = "{}";

    private final JdbcClient jdbc;
    private final PlaybackDetails details;

    PlaybackHistory(JdbcClient jdbc, PlaybackDetails details) {
        this.jdbc = jdbc;
        this.details = details;
    }

    /** The newest openings of every lesson, in order of time; four statements. */
    public List<PlaybackRecord> newest(EnrolmentId enrolment, int ofEachLesson) {
        return complete(jdbc.sql("""
                        select playback_id, lesson_id, opened_at, settled_at, policy from (
                            select *, row_number() over (partition by lesson_id order by playback_id desc) as age
                            from progress.playback where enrolment_id = :enrolment
                        ) known where age <= :most order by playback_id
                        """)
                .param("enrolment", enrolment.value())
                .param("most", ofEachLesson)
                .query((row, ignored) -> Opened.of(row))
                .list());
    }

    /** Newest first; four statements. */
    public List<PlaybackRecord> before(EnrolmentId enrolment, @Nullable PlaybackId playback, int limit) {
        return complete(jdbc.sql("""
                        select playback_id, lesson_id, opened_at, settled_at, policy from progress.playback
                        where enrolment_id = :enrolment and (:before::uuid is null or playback_id < :before)
                        order by playback_id desc limit :limit
                        """)
                .param("enrolment", enrolment.value())
                .param("before", playback == null ? null : playback.value())
                .param("limit", limit)
                .query((row, ignored) -> Opened.of(row))
                .list());
    }

    private List<PlaybackRecord> complete(List<Opened> opened) {
        Collection<UUID> ids =
                opened.stream().map(playback -> playback.id().value()).toList();
        var credited = details.credited(ids);
        var refused = details.refused(ids);
        var checks = details.checks(ids);
        return opened.stream()
                .map(playback -> {
                    var stretches = credited.getOrDefault(playback.id().value(), PlaybackDetails.Credited.NOTHING);
                    var asked = checks.getOrDefault(playback.id().value(), PlaybackDetails.Checks.NONE);
                    return new PlaybackRecord(
                            playback.id(),
                            playback.lesson(),
                            playback.at(),
                            stretches.until() == null ? playback.settledAt() : stretches.until(),
                            playback.policy(),
                            stretches.seconds(),
                            stretches.count(),
                            stretches.shown(),
                            refused.getOrDefault(playback.id().value(), List.of()),
                            asked.count(),
                            asked.shown());
                })
                .toList();
    }

    /** What proves each lesson of an enrolment; one statement. */
    public Map<LessonId, LessonProof> proofs(EnrolmentId enrolment) {
        var proofs = new HashMap<LessonId, LessonProof>();
        jdbc.sql("""
                select lesson_id, sum(playbacks) as playbacks, sum(credited) as credited, sum(before) as before,
                       sum(retired) as retired
                from (
                    select lesson_id, count(*) as playbacks, coalesce(sum(credited), 0) as credited, 0 as before,
                           0 as retired
                    from progress.playback cross join lateral (
                        select sum(to_second - from_second) as credited from progress.credited_stretch stretch
                        where stretch.playback_id = playback.playback_id
                    ) stretches where enrolment_id = :enrolment group by lesson_id
                    union all
                    select lesson_id, 0, 0, case cause when 'BEFORE_EVIDENCE' then progress.seconds_in(seconds) else 0 end,
                           case cause when 'RETENTION' then progress.seconds_in(seconds) else 0 end
                    from progress.unproved_coverage where enrolment_id = :enrolment
                ) proof group by lesson_id
                """).param("enrolment", enrolment.value()).query(row -> {
            proofs.put(
                    new LessonId(row.getObject("lesson_id", UUID.class)),
                    new LessonProof(
                            row.getInt("playbacks"),
                            row.getInt("credited"),
                            row.getInt("before"),
                            row.getInt("retired")));
        });
        return proofs;
    }

    /** What was opened last; where no opening is kept any more, what was watched last. */
    public List<LastPlace> lastPlaces(Collection<EnrolmentId> enrolments, int limit) {
        return jdbc.sql("""
                        select enrolment_id, coalesce(opened.lesson_id, watched.lesson_id) as lesson_id,
                               greatest(opened.opened_at, watched.changed_at) as at
                        from unnest(:enrolments::uuid[]) as taken (enrolment_id)
                        left join lateral (
                            select lesson_id, opened_at from progress.playback
                            where playback.enrolment_id = taken.enrolment_id order by playback_id desc limit 1
                        ) opened on true
                        left join lateral (
                            select lesson_id, changed_at from progress.lesson_progress
                            where lesson_progress.enrolment_id = taken.enrolment_id order by changed_at desc limit 1
                        ) watched on true
                        where coalesce(opened.lesson_id, watched.lesson_id) is not null
                        order by at desc, enrolment_id desc limit :limit
                        """)
                .param("enrolments", enrolments.stream().map(EnrolmentId::value).toArray(UUID[]::new))
                .param("limit", limit)
                .query((row, ignored) -> new LastPlace(
                        new EnrolmentId(row.getObject("enrolment_id", UUID.class)),
                        new LessonId(row.getObject("lesson_id", UUID.class)),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private record Opened(
            PlaybackId id,
            LessonId lesson,
            Instant at,
            @Nullable Instant settledAt,
            @Nullable HeldPolicy policy) {

        static Opened of(ResultSet row) throws SQLException {
            var settled = row.getObject("settled_at", OffsetDateTime.class);
            return new Opened(
                    new PlaybackId(row.getObject("playback_id", UUID.class)),
                    new LessonId(row.getObject("lesson_id", UUID.class)),
                    row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                    settled == null ? null : settled.toInstant(),
                    policy(row.getString("policy")));
        }

        private static @Nullable HeldPolicy policy(String json) {
            return json.equals(NO_POLICY)
                    ? null
                    : CanonicalJson.read(json, KeptPolicy.class).held();
        }
    }

    /** As it was written when it held: what nobody thought of then is missing. */
    private record KeptPolicy(
            double maxRate,
            @Nullable Boolean inOrder,
            @Nullable Boolean visibleOnly,
            WatchPolicy.@Nullable PresenceChecks presence,
            @Nullable Duration dailyCap) {

        HeldPolicy held() {
            return new HeldPolicy(
                    maxRate,
                    Boolean.TRUE.equals(inOrder),
                    Boolean.TRUE.equals(visibleOnly),
                    presence == null ? null : presence.every().toSeconds(),
                    presence == null ? null : presence.answerWithin().toSeconds(),
                    dailyCap == null ? null : dailyCap.toSeconds());
        }
    }
}
