package academy.artisan.lms.authoring.publication;

import java.net.URI;
import java.time.Instant;

import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.course.CourseVersion;
import academy.artisan.lms.identity.Caller;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Publication of what was approved. */
@RestController
class PublicationController {

    /** @param digest SHA-256 (hex) of the published content: the approved one */
    record Publication(CourseId courseId, int version, String digest, String title, Instant publishedAt) {

        static Publication of(CourseVersion version) {
            return new Publication(
                    version.courseId(), version.version(), version.digest(), version.title(), version.publishedAt());
        }
    }

    private final Publications publications;

    PublicationController(Publications publications) {
        this.publications = publications;
    }

    @PostMapping("/api/v1/courses/{courseId}/publications")
    ResponseEntity<Publication> publish(Caller caller, @PathVariable CourseId courseId) {
        var version = publications.publish(caller, courseId);
        return ResponseEntity.created(URI.create("/api/v1/catalog/courses/%s".formatted(courseId)))
                .body(Publication.of(version));
    }
}
