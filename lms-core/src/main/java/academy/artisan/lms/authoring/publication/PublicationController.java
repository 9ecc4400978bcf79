package academy.artisan.lms.authoring.publication;

import java.net.URI;
import java.time.Instant;
import java.util.Objects;

import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.course.CourseVersion;
import academy.artisan.lms.course.LearnersInProgress;
import academy.artisan.lms.identity.Caller;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Publication of what was approved, now or at a set time; withdrawal and restoration. */
@RestController
@RequestMapping("/api/v1/courses/{courseId}")
class PublicationController {

    /**
     * @param learnersInProgress KEEP if nothing is said
     * @param publishAt when; absent means now
     */
    record NewPublication(
            @Nullable LearnersInProgress learnersInProgress,
            @Nullable Instant publishAt,
            @Nullable @Size(max = 2000) String note) {

        static final NewPublication NOW = new NewPublication(null, null, null);

        Wish wish() {
            return new Wish(Objects.requireNonNullElse(learnersInProgress, LearnersInProgress.KEEP), note);
        }
    }

    /**
     * What is published, or waits for its time.
     *
     * @param version absent as long as it waits
     * @param digest SHA-256 (hex) of the published content: the approved one
     */
    record Publication(
            CourseId courseId,
            @Nullable Integer version,
            @Nullable String digest,
            @Nullable String title,
            @Nullable Instant publishedAt,
            @Nullable Scheduled scheduled) {

        static Publication of(CourseVersion version) {
            return new Publication(
                    version.courseId(),
                    version.version(),
                    version.digest(),
                    version.title(),
                    version.publishedAt(),
                    null);
        }

        static Publication of(ScheduledPublication waiting) {
            return new Publication(waiting.courseId(), null, null, null, null, Scheduled.of(waiting));
        }
    }

    record Scheduled(
            CourseId courseId,
            Instant publishAt,
            LearnersInProgress learnersInProgress,
            @Nullable String note,
            Instant scheduledAt) {

        static Scheduled of(ScheduledPublication waiting) {
            return new Scheduled(
                    waiting.courseId(),
                    waiting.publishAt(),
                    waiting.learnersInProgress(),
                    waiting.note(),
                    waiting.scheduledAt());
        }
    }

    record Withdrawal(@NotBlank @Size(max = 1000) String reason) {}

    private final Publications publications;
    private final Scheduling scheduling;

    PublicationController(Publications publications, Scheduling scheduling) {
        this.publications = publications;
        this.scheduling = scheduling;
    }

    /** 201 with the version; 202 if it waits for its time. */
    @PostMapping("/publications")
    ResponseEntity<Publication> publish(
            Caller caller,
            @PathVariable CourseId courseId,
            @Valid @RequestBody(required = false) @Nullable NewPublication request) {
        var wanted = Objects.requireNonNullElse(request, NewPublication.NOW);
        if (wanted.publishAt() != null) {
            var waiting = scheduling.schedule(caller, courseId, wanted.wish(), wanted.publishAt());
            return ResponseEntity.accepted().body(Publication.of(waiting));
        }
        var version = publications.publish(caller, courseId, wanted.wish());
        return ResponseEntity.created(URI.create("/api/v1/catalog/courses/%s".formatted(courseId)))
                .body(Publication.of(version));
    }

    @GetMapping("/publications/scheduled")
    Scheduled scheduled(Caller caller, @PathVariable CourseId courseId) {
        return Scheduled.of(scheduling.get(caller, courseId));
    }

    @DeleteMapping("/publications/scheduled")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cancel(Caller caller, @PathVariable CourseId courseId) {
        scheduling.cancel(caller, courseId);
    }

    @PostMapping("/withdrawal")
    Publication withdraw(Caller caller, @PathVariable CourseId courseId, @Valid @RequestBody Withdrawal withdrawal) {
        return Publication.of(publications.withdraw(caller, courseId, withdrawal.reason()));
    }

    @PostMapping("/restoration")
    Publication restore(Caller caller, @PathVariable CourseId courseId) {
        return Publication.of(publications.restore(caller, courseId));
    }
}
