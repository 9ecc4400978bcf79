package academy.artisan.lms.course;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

import academy.artisan.lms.identity.Caller;
import academy.artisan.lms.identity.People;
import academy.artisan.lms.identity.PersonId;
import academy.artisan.lms.support.CanonicalJson;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The published versions of a course, and the proof that each is what was approved. */
@RestController
@RequestMapping("/api/v1/catalog/courses/{courseId}/versions")
class VersionController {

    record VersionLine(
            int version,
            String digest,
            Instant publishedAt,
            @Nullable PersonId publishedBy,
            @Nullable String publishedByName,
            LearnersInProgress learnersInProgress,
            @Nullable String note,
            boolean imported) {}

    record VersionLines(List<VersionLine> items) {}

    /** @param groupName the teaching group for which the approver spoke */
    record ApprovalLine(
            String stage,
            Instant at,
            String digest,
            @Nullable String groupName) {}

    /**
     * @param digest as it was published
     * @param recomputedDigest SHA-256 (hex) of the content as it is now
     * @param imported whether another installation published it, so that approvals are what its archive said
     * @param equal whether both and the last approval of every stage are the same
     */
    record Verification(
            int version,
            String digest,
            String recomputedDigest,
            List<ApprovalLine> approvals,
            boolean imported,
            boolean equal) {}

    private final Versions versions;
    private final VersionAccess access;
    private final People people;

    VersionController(Versions versions, VersionAccess access, People people) {
        this.versions = versions;
        this.access = access;
        this.people = people;
    }

    @GetMapping
    VersionLines versions(Caller caller, @PathVariable CourseId courseId) {
        access.requireSight(caller, courseId);
        var found = versions.of(courseId);
        var names = people.names(found.stream()
                .map(PublishedVersion::publishedBy)
                .filter(person -> person != null)
                .collect(Collectors.toSet()));
        return new VersionLines(found.stream()
                .map(version -> new VersionLine(
                        version.version(),
                        version.digest(),
                        version.publishedAt(),
                        version.publishedBy(),
                        version.publishedBy() == null ? null : names.get(version.publishedBy()),
                        version.learnersInProgress(),
                        version.note(),
                        version.imported()))
                .toList());
    }

    /** The very bytes that were digested. */
    @GetMapping(path = "/{version}/content", produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] content(Caller caller, @PathVariable CourseId courseId, @PathVariable int version) {
        access.requireContent(caller, courseId);
        return versions.canonical(courseId, version).getBytes(StandardCharsets.UTF_8);
    }

    @GetMapping("/{version}/verification")
    Verification verify(Caller caller, @PathVariable CourseId courseId, @PathVariable int version) {
        access.requireSight(caller, courseId);
        var published = versions.get(courseId, version);
        var recomputed = CanonicalJson.sha256(versions.canonical(courseId, version));
        return new Verification(
                version,
                published.digest(),
                recomputed,
                published.approvals().stream()
                        .map(approval -> new ApprovalLine(
                                approval.stage(), approval.at(), approval.digest(), approval.groupName()))
                        .toList(),
                published.imported(),
                recomputed.equals(published.digest()) && published.isOfWhatWasApproved());
    }
}
