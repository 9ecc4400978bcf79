package academy.artisan.lms.authoring.review.desk;

import java.time.Duration;
import java.time.Instant;

import academy.artisan.lms.authoring.ReviewStage;
import academy.artisan.lms.authoring.review.Review;
import academy.artisan.lms.authoring.review.ReviewId;
import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.course.GroupId;
import academy.artisan.lms.identity.PersonId;
import academy.artisan.lms.support.TimeCursor;
import org.jspecify.annotations.Nullable;

/**
 * A review as lists show it.
 *
 * @param stale whether the draft was changed after it was submitted, so that the authors have to submit it again
 * @param stage whose turn it is, counted from 1
 * @param waitingDays for how many days it has been that stage's turn; absent if nobody's turn it is
 */
record ReviewLine(
        ReviewId reviewId,
        CourseId courseId,
        GroupId groupId,
        String title,
        Review.State state,
        boolean stale,
        int round,
        int stage,
        ReviewStage kind,
        PersonId submittedBy,
        Instant submittedAt,
        Instant waitingSince,
        @Nullable Long waitingDays,
        int openComments) {

    static ReviewLine of(Review review, String title, boolean stale, int openComments, Instant now) {
        return new ReviewLine(
                review.reviewId(),
                review.courseId(),
                review.groupId(),
                title,
                review.state(),
                review.isOpen() && stale,
                review.round(),
                review.stage(),
                review.kind(),
                review.submittedBy(),
                review.submittedAt(),
                review.waitingSince(),
                review.isOpen() ? Duration.between(review.waitingSince(), now).toDays() : null,
                openComments);
    }

    String whenWaiting() {
        return new TimeCursor(waitingSince, reviewId.value()).encode();
    }

    String whenSubmitted() {
        return new TimeCursor(submittedAt, reviewId.value()).encode();
    }
}
