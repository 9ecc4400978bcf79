package academy.artisan.lms.media.operations;

import academy.artisan.lms.course.VideoId;
import academy.artisan.lms.identity.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Trying again and giving up, for authors of the group and administrators. */
@RestController
@RequestMapping("/api/v1/videos/{videoId}")
class DecisionController {

    private final ProcessingDecisions decisions;

    DecisionController(ProcessingDecisions decisions) {
        this.decisions = decisions;
    }

    @PostMapping("/retries")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void retry(Caller caller, @PathVariable VideoId videoId) {
        decisions.retry(caller, videoId);
    }

    @PostMapping("/abandonment")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void abandon(Caller caller, @PathVariable VideoId videoId) {
        decisions.abandon(caller, videoId);
    }
}
