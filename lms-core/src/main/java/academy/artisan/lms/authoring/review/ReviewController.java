package academy.artisan.lms.authoring.review;

import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.identity.Caller;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Submission for review and its withdrawal, and what the reviewers say. */
@RestController
class ReviewController {

    /**
     * A decision as it is sent.
     *
     * @param digest of the content that was seen; nothing else is decided on; an approval in a later round than the
     *     first needs it
     * @param stage that is decided, counted from 1; if it is given, no other is
     */
    record SentDecision(
            @NotNull StageDecision.Verdict decision,
            @Nullable @Size(max = 10_000) String comments,
            @Nullable @Pattern(regexp = "[0-9a-f]{64}") String digest,
            @Nullable Integer stage) {

        Deciding.Saying toSaying() {
            return new Deciding.Saying(decision, comments, digest, stage);
        }
    }

    private final Submitting submitting;
    private final Deciding deciding;

    ReviewController(Submitting submitting, Deciding deciding) {
        this.submitting = submitting;
        this.deciding = deciding;
    }

    @PostMapping("/api/v1/courses/{courseId}/reviews")
    @ResponseStatus(HttpStatus.CREATED)
    Review submit(Caller caller, @PathVariable CourseId courseId) {
        return submitting.submit(caller, courseId);
    }

    @PostMapping("/api/v1/reviews/{reviewId}/decisions")
    Review decide(Caller caller, @PathVariable ReviewId reviewId, @Valid @RequestBody SentDecision sent) {
        return deciding.decide(caller, reviewId, sent.toSaying());
    }

    @PostMapping("/api/v1/reviews/{reviewId}/withdrawal")
    Review withdraw(Caller caller, @PathVariable ReviewId reviewId) {
        return submitting.withdraw(caller, reviewId);
    }
}
