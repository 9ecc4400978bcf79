package academy.artisan.lms.authoring.review.comment;

import academy.artisan.lms.authoring.review.ReviewId;
import academy.artisan.lms.identity.Caller;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Comments on parts of what is reviewed. */
@RestController
@RequestMapping("/api/v1/reviews/{reviewId}/comments")
class CommentController {

    record NewAnswer(@NotBlank @Size(max = 5000) String text) {}

    record Resolution(@NotNull Boolean resolved) {}

    private final Commenting commenting;

    CommentController(Commenting commenting) {
        this.commenting = commenting;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Comment add(Caller caller, @PathVariable ReviewId reviewId, @Valid @RequestBody NewComment comment) {
        return commenting.add(caller, reviewId, comment);
    }

    @PostMapping("/{commentId}/answers")
    @ResponseStatus(HttpStatus.CREATED)
    Comment answer(
            Caller caller,
            @PathVariable ReviewId reviewId,
            @PathVariable CommentId commentId,
            @Valid @RequestBody NewAnswer answer) {
        return commenting.answer(caller, reviewId, commentId, answer.text());
    }

    @PutMapping("/{commentId}/resolution")
    Comment resolve(
            Caller caller,
            @PathVariable ReviewId reviewId,
            @PathVariable CommentId commentId,
            @Valid @RequestBody Resolution resolution) {
        return commenting.resolve(caller, reviewId, commentId, resolution.resolved());
    }
}
