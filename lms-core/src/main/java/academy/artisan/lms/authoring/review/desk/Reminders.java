package academy.artisan.lms.authoring.review.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import academy.artisan.lms.authoring.review.Review;
import academy.artisan.lms.authoring.review.Reviewers;
import academy.artisan.lms.authoring.review.Reviews;
import academy.artisan.lms.authoring.review.StageAudience;
import academy.artisan.lms.identity.PersonId;
import academy.artisan.lms.notification.Notices;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reminds of reviews that wait for too long: of each at most once a day, whichever and how many nodes do it. */
@Component
class Reminders {

    private static final int AT_ONCE = 50;

    /** A review that waits for too long, and what is said of it; authors know their course by its title of today. */
    private record Due(
            Review review,
            boolean isStale,
            String titleNow,
            String titleSubmitted,
            @Nullable Integer publishedRevision) {}

    private final JdbcClient jdbc;
    private final StageAudience audience;
    private final Reviewers reviewers;
    private final Notices notices;

    Reminders(JdbcClient jdbc, StageAudience audience, Reviewers reviewers, Notices notices) {
        this.jdbc = jdbc;
        this.audience = audience;
        this.reviewers = reviewers;
        this.notices = notices;
    }

    /**
     * Reminds of some of those that are due; what another node is busy with is left to it.
     *
     * @return whether there may be more
     */
    @Transactional
    public boolean remindOfSome(Instant now) {
        var due = jdbc.sql("""
                        with due as (
                            update authoring.review r set reminded_at = :now
                            where review_id in (
                                select v.review_id from authoring.review v join authoring.draft d using (course_id)
                                where v.state = 'OPEN' and d.deleted_at is null
                                  and v.waiting_since <= :now - make_interval(days => v.remind_after_days)
                                  and (v.reminded_at is null or v.reminded_at <= :now - interval '1 day')
                                order by v.waiting_since limit :limit
                                for update of v skip locked)
                            returning r.*
                        )
                        select due.*, d.title as title_now, d.published_revision, d.digest <> due.digest as stale, (
                            select p.content ->> 'title' from authoring.part_revision p
                            where p.course_id = due.course_id and p.part_id = due.course_id
                              and p.revision <= due.revision
                            order by p.revision desc limit 1) as title_submitted
                        from due join authoring.draft d using (course_id)
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("limit", AT_ONCE)
                .query((row, ignored) -> due(row))
                .list();
        due.forEach(one -> remind(one, now));
        return due.size() == AT_ONCE;
    }

    private static Due due(ResultSet row) throws SQLException {
        var now = row.getString("title_now");
        return new Due(
                Reviews.review(row),
                row.getBoolean("stale"),
                now,
                Objects.requireNonNullElse(row.getString("title_submitted"), now),
                row.getObject("published_revision", Integer.class));
    }

    /** Of what was changed after it was submitted, the authors are reminded: it is they for whom it waits. */
    private void remind(Due due, Instant now) {
        var review = due.review();
        if (due.isStale()) {
            var authors = reviewers.authors(review, due.publishedRevision());
            tell(authors, "review-stale-reminder", review, due.titleNow(), now);
        } else {
            var people = audience.of(review, due.publishedRevision());
            tell(people, "review-reminder", review, due.titleSubmitted(), now);
        }
    }

    private void tell(Set<PersonId> people, String kind, Review review, String title, Instant now) {
        notices.tell(
                people,
                kind,
                review.reviewId() + "/" + now.getEpochSecond(),
                List.of(title),
                "/api/v1/reviews/" + review.reviewId());
    }
}
