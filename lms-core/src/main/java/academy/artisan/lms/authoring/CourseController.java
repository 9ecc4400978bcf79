package academy.artisan.lms.authoring;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

import academy.artisan.lms.course.CourseContent;
import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.course.CourseVersion;
import academy.artisan.lms.course.GroupId;
import academy.artisan.lms.identity.Caller;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Drafts, their submission and publication. */
@RestController
class CourseController {

    private static final Pattern ETAG = Pattern.compile("(?:W/)?\"(\\d{1,9})\"");

    record NewCourse(
            @NotBlank @Size(max = 200) String title,
            @NotNull @Size(max = 5000) String summary,
            @NotBlank @Size(max = 50) String level,
            @NotNull @Size(max = 20) List<@NotBlank @Size(max = 50) String> tags) {}

    record Draft(
            CourseId courseId,
            GroupId groupId,
            int revision,
            String digest,
            Instant savedAt,
            String title,
            String summary,
            String level,
            List<String> tags,
            List<CourseContent.SectionContent> sections) {

        static Draft of(CourseDraft draft) {
            var content = draft.content();
            return new Draft(
                    draft.courseId(),
                    draft.groupId(),
                    draft.revision(),
                    draft.digest(),
                    draft.savedAt(),
                    content.title(),
                    content.summary(),
                    content.level(),
                    content.tags(),
                    content.sections());
        }
    }

    /** @param digest SHA-256 (hex) of the published content: the approved one */
    record Publication(CourseId courseId, int version, String digest, String title, Instant publishedAt) {

        static Publication of(CourseVersion version) {
            return new Publication(
                    version.courseId(), version.version(), version.digest(), version.title(), version.publishedAt());
        }
    }

    private final Authoring authoring;

    CourseController(Authoring authoring) {
        this.authoring = authoring;
    }

    @PostMapping("/api/v1/groups/{groupId}/courses")
    ResponseEntity<Draft> create(Caller caller, @PathVariable GroupId groupId, @Valid @RequestBody NewCourse course) {
        var draft = authoring.create(caller, groupId, course.title(), course.summary(), course.level(), course.tags());
        return ResponseEntity.created(URI.create("/api/v1/courses/%s/draft".formatted(draft.courseId())))
                .eTag(etagOf(draft))
                .body(Draft.of(draft));
    }

    @GetMapping("/api/v1/courses/{courseId}/draft")
    ResponseEntity<Draft> read(Caller caller, @PathVariable CourseId courseId) {
        return respond(authoring.read(caller, courseId));
    }

    @PutMapping("/api/v1/courses/{courseId}/draft")
    ResponseEntity<Draft> save(
            Caller caller,
            @PathVariable CourseId courseId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody Outline outline) {
        return respond(authoring.save(caller, courseId, revisionIn(ifMatch), outline));
    }

    @PostMapping("/api/v1/courses/{courseId}/publications")
    ResponseEntity<Publication> publish(Caller caller, @PathVariable CourseId courseId) {
        var version = authoring.publish(caller, courseId);
        return ResponseEntity.created(URI.create("/api/v1/catalog/courses/%s".formatted(courseId)))
                .body(Publication.of(version));
    }

    private static ResponseEntity<Draft> respond(CourseDraft draft) {
        return ResponseEntity.ok().eTag(etagOf(draft)).body(Draft.of(draft));
    }

    private static String etagOf(CourseDraft draft) {
        return "\"%d\"".formatted(draft.revision());
    }

    /** The revision that an If-Match names; an ETag that is none of ours matches nothing. */
    private static int revisionIn(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new RevisionRequired();
        }
        var etag = ETAG.matcher(ifMatch.strip());
        return etag.matches() ? Integer.parseInt(etag.group(1)) : -1;
    }
}
