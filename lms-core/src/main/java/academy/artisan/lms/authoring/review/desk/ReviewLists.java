package academy.artisan.lms.authoring.review.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import academy.artisan.lms.authoring.review.Review;
import academy.artisan.lms.authoring.review.Reviewers;
import academy.artisan.lms.authoring.review.Reviews;
import academy.artisan.lms.course.GroupId;
import academy.artisan.lms.identity.Caller;
import academy.artisan.lms.support.TimeCursor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reviews as lists, one statement each: who may see what is part of the question. */
@Component
class ReviewLists {

    private static final String SELECT = """
            select r.*, d.title, d.digest <> r.digest as stale, (
                select count(*) from authoring.review_comment c
                where c.course_id = r.course_id and c.resolved_at is null) as open_comments
            from authoring.review r join authoring.draft d using (course_id)
            where d.deleted_at is null
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    ReviewLists(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What this person may decide at this moment, whatever has waited longest first. */
    List<ReviewLine> waitingFor(Caller caller, @Nullable TimeCursor after, int limit) {
        var scopes = Reviewers.scopesOf(caller);
        return jdbc.sql(SELECT + """
                  and r.state = 'OPEN'
                  and case r.stages[r.stage]
                          when 'OWN_LEAD' then r.group_id = any(:leads)
                          when 'OTHER_GROUP' then :reviews and r.group_id <> all(:member)
                          when 'ACADEMY' then :admin
                          else :reviews or :admin end
                  and not exists (select from authoring.review_round s
                                  where s.review_id = r.review_id and s.submitted_by = :me)
                  and not exists (select from authoring.revision e
                                  where e.course_id = r.course_id and e.person_id = :me
                                    and e.revision > coalesce(d.published_revision, 0))
                  and not exists (select from authoring.contributor h
                                  where h.course_id = r.course_id and h.person_id = :me
                                    and h.revision > coalesce(d.published_revision, 0))
                  and not exists (select from authoring.review_decision x
                                  where x.review_id = r.review_id and x.person_id = :me and x.stage <> r.stage)
                  and (:afterAt::timestamptz is null or (r.waiting_since, r.review_id) > (:afterAt, :afterId))
                order by r.waiting_since, r.review_id limit :limit
                """)
                .param("leads", scopes.leads().toArray(UUID[]::new))
                .param("member", scopes.member().toArray(UUID[]::new))
                .param("reviews", scopes.reviews())
                .param("admin", caller.isAdmin())
                .param("me", caller.personId().value())
                .param("afterAt", after == null ? null : utc(after))
                .param("afterId", after == null ? null : after.id())
                .param("limit", limit)
                .query((row, ignored) -> line(row))
                .list();
    }

    /** All of a group, what was submitted last first. */
    List<ReviewLine> of(GroupId groupId, Review.@Nullable State state, @Nullable TimeCursor after, int limit) {
        return jdbc.sql(SELECT + """
                  and r.group_id = :group
                  and (:state::text is null or r.state = :state)
                  and (:afterAt::timestamptz is null or (r.submitted_at, r.review_id) < (:afterAt, :afterId))
                order by r.submitted_at desc, r.review_id desc limit :limit
                """)
                .param("group", groupId.value())
                .param("state", state == null ? null : state.name())
                .param("afterAt", after == null ? null : utc(after))
                .param("afterId", after == null ? null : after.id())
                .param("limit", limit)
                .query((row, ignored) -> line(row))
                .list();
    }

    private static OffsetDateTime utc(TimeCursor cursor) {
        return cursor.at().atOffset(ZoneOffset.UTC);
    }

    private ReviewLine line(ResultSet row) throws SQLException {
        return ReviewLine.of(
                Reviews.review(row),
                row.getString("title"),
                row.getBoolean("stale"),
                row.getInt("open_comments"),
                clock.instant());
    }
}
