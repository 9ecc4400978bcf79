package academy.artisan.lms.authoring.review.desk;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;

import academy.artisan.lms.authoring.draft.CourseDraft;
import academy.artisan.lms.authoring.draft.CourseDrafts;
import academy.artisan.lms.authoring.review.Review;
import academy.artisan.lms.authoring.review.Reviewers;
import academy.artisan.lms.authoring.review.Reviews;
import academy.artisan.lms.authoring.review.StageAudience;
import academy.artisan.lms.identity.PersonId;
import academy.artisan.lms.notification.Notices;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reminds of reviews that wait for too long: of each at most once a day, whichever and how many nodes do it. */
@Component
class Reminders {

    private static final int AT_ONCE = 50;

    private final JdbcClient jdbc;
    private final CourseDrafts drafts;
    private final StageAudience audience;
    private final Reviewers reviewers;
    private final Notices notices;

    Reminders(JdbcClient jdbc, CourseDrafts drafts, StageAudience audience, Reviewers reviewers, Notices notices) {
        this.jdbc = jdbc;
        this.drafts = drafts;
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
                        update authoring.review r set reminded_at = :now
                        where review_id in (
                            select v.review_id from authoring.review v join authoring.draft d using (course_id)
                            where v.state = 'OPEN' and d.deleted_at is null
                              and v.waiting_since <= :now - make_interval(days => v.remind_after_days)
                              and (v.reminded_at is null or v.reminded_at <= :now - interval '1 day')
                            order by v.waiting_since limit :limit
                            for update of v skip locked)
                        returning r.*
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("limit", AT_ONCE)
                .query((row, ignored) -> Reviews.review(row))
                .list();
        due.forEach(review -> remind(review, now));
        return due.size() == AT_ONCE;
    }

    /** Of what was changed after it was submitted, the authors are reminded: it is they for whom it waits. */
    private void remind(Review review, Instant now) {
        var draft = drafts.get(review.courseId());
        var isStale = !review.digest().equals(draft.digest());
        tell(
                isStale ? reviewers.authors(review, draft) : audience.of(review, draft),
                isStale ? "review-stale-reminder" : "review-reminder",
                review,
                draft,
                now);
    }

    private void tell(Set<PersonId> people, String kind, Review review, CourseDraft draft, Instant now) {
        notices.tell(
                people,
                kind,
                review.reviewId() + "/" + now.getEpochSecond(),
                List.of(draft.content().title()),
                "/api/v1/reviews/" + review.reviewId());
    }
}
