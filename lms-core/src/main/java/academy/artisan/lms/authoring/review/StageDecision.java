package academy.artisan.lms.authoring.review;

import java.time.Instant;

import academy.artisan.lms.authoring.ReviewStage;
import academy.artisan.lms.course.GroupId;
import academy.artisan.lms.identity.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * What one stage said, for good.
 *
 * @param stage which stage, counted from 1
 * @param revision of the draft that was seen
 * @param digest SHA-256 (hex) of the content that was seen
 * @param groupId the group through which the person had the right to decide; none for the academy
 */
public record StageDecision(
        ReviewId reviewId,
        int round,
        int stage,
        ReviewStage kind,
        int revision,
        String digest,
        Verdict decision,
        PersonId personId,
        @Nullable GroupId groupId,
        Instant decidedAt,
        @Nullable String comments) {

    /** Let it pass, or send it back. */
    public enum Verdict {
        APPROVE,
        REJECT
    }

    boolean isApproval() {
        return decision == Verdict.APPROVE;
    }
}
