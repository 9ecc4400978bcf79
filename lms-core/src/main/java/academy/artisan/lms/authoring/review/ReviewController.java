package academy.artisan.lms.authoring.review;

import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.identity.Caller;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Submission for review, and what the reviewer says. */
@RestController
class ReviewController {

    record Verdict(
            @NotNull Review.Decision decision,
            @Nullable @Size(max = 10_000) String comments) {}

    private final Reviewing reviewing;

    ReviewController(Reviewing reviewing) {
        this.reviewing = reviewing;
    }

    @PostMapping("/api/v1/courses/{courseId}/reviews")
    @ResponseStatus(HttpStatus.CREATED)
    Review submit(Caller caller, @PathVariable CourseId courseId) {
        return reviewing.submit(caller, courseId);
    }

    @GetMapping("/api/v1/reviews/{reviewId}")
    Review read(Caller caller, @PathVariable ReviewId reviewId) {
        return reviewing.read(caller, reviewId);
    }

    @PostMapping("/api/v1/reviews/{reviewId}/decisions")
    Review decide(Caller caller, @PathVariable ReviewId reviewId, @Valid @RequestBody Verdict verdict) {
        return reviewing.decide(caller, reviewId, verdict.decision(), verdict.comments());
    }
}
