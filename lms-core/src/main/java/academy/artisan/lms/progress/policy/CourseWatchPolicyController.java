package academy.artisan.lms.progress.policy;

import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.identity.Caller;
import academy.artisan.lms.support.EntityTags;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a course asks of who watches it. */
@RestController
@RequestMapping("/api/v1/courses/{courseId}/watch-policy")
class CourseWatchPolicyController {

    private final Declaring declaring;
    private final InForce inForce;

    CourseWatchPolicyController(Declaring declaring, InForce inForce) {
        this.declaring = declaring;
        this.inForce = inForce;
    }

    @GetMapping
    ResponseEntity<DeclaredPolicy> read(Caller caller, @PathVariable CourseId courseId) {
        return DeclaredPolicy.respond(declaring.read(caller, courseId));
    }

    @PutMapping
    ResponseEntity<DeclaredPolicy> change(
            Caller caller,
            @PathVariable CourseId courseId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody WatchRules rules) {
        return DeclaredPolicy.respond(declaring.change(caller, courseId, EntityTags.revisionIn(ifMatch), rules));
    }

    @GetMapping("/in-force")
    PolicyInForce inForce(Caller caller, @PathVariable CourseId courseId) {
        return inForce.of(caller, courseId);
    }
}
