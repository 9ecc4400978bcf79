package academy.artisan.lms.authoring.review;

import java.util.List;

/**
 * The evidence that exactly this content was approved: it is kept beside the version that is made of it.
 *
 * @param digest SHA-256 (hex) of the content that was approved
 * @param revision of the draft that was looked at
 * @param decisions what each stage said, in the order of the stages
 */
public record Approval(ReviewId reviewId, String digest, int revision, List<StageDecision> decisions) {}
