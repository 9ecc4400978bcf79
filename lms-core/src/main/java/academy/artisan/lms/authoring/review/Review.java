package academy.artisan.lms.authoring.review;

import java.time.Instant;

import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.identity.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A look at a draft by another pair of eyes, bound to the content that was seen.
 *
 * @param digest SHA-256 (hex) of the content that was submitted
 */
public record Review(
        ReviewId reviewId,
        CourseId courseId,
        String digest,
        State state,
        PersonId submittedBy,
        Instant submittedAt,
        @Nullable PersonId decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String comments) {

    public enum State {
        OPEN,
        APPROVED,
        REJECTED
    }

    public enum Decision {
        APPROVE(State.APPROVED),
        REJECT(State.REJECTED);

        private final State outcome;

        Decision(State outcome) {
            this.outcome = outcome;
        }

        State outcome() {
            return outcome;
        }
    }
}
