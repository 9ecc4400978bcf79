package academy.artisan.lms.search.log;

import academy.artisan.lms.course.CourseId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Telling which result was opened. */
@RestController
class ClickController {

    /** @param position of the course among the results, from 1 */
    record Click(
            @NotNull CourseId courseId,
            @NotNull @Min(1) @Max(10_000) Integer position) {}

    private final Clicks clicks;

    ClickController(Clicks clicks) {
        this.clicks = clicks;
    }

    /** It is not noted who tells. */
    @PostMapping("/api/v1/search/{searchId}/clicks")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void click(@PathVariable SearchId searchId, @Valid @RequestBody Click click) {
        clicks.note(searchId, click.courseId(), click.position());
    }
}
