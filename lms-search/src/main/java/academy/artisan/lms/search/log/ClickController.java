package academy.artisan.lms.search.log;

import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.course.CourseViewers;
import academy.artisan.lms.identity.Caller;
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
    private final CourseViewers viewers;

    ClickController(Clicks clicks, CourseViewers viewers) {
        this.clicks = clicks;
        this.viewers = viewers;
    }

    /** It is not noted who tells; but nobody is told so of courses that are closed to them. */
    @PostMapping("/api/v1/search/{searchId}/clicks")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void click(Caller caller, @PathVariable SearchId searchId, @Valid @RequestBody Click click) {
        clicks.note(searchId, viewers.of(caller), click.courseId(), click.position());
    }
}
