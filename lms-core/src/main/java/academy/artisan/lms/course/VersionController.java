package academy.artisan.lms.course;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    /**
     * @param publishedBy a person of this installation; null where it is not known, or the version is imported
     * @param imported when it came in, if another installation published it
     */
    record VersionLine(
            int version,
            String digest,
            Instant publishedAt,
            @Nullable PersonId publishedBy,
            @Nullable String publishedByName,
            LearnersInProgress learnersInProgress,
            @Nullable String note,
            @Nullable Instant imported) {

        static VersionLine of(PublishedVersion version, Map<PersonId, String> names) {
            var publishedBy = publisher(version);
            return new VersionLine(
                    version.version(),
                    version.digest(),
                    version.publishedAt(),
                    publishedBy,
                    publishedBy == null ? null : names.get(publishedBy),
                    version.learnersInProgress(),
                    version.note(),
                    version.importedAt());
        }
    }

    /** @param withdrawn when and why the course was withdrawn, as long as it is */
    record VersionLines(List<VersionLine> items, @Nullable Withdrawn withdrawn) {}

    /** @param groupName the teaching group for which the approver spoke */
    record ApprovalLine(
            String stage,
            Instant at,
            String digest,
            @Nullable String groupName) {}

    /**
     * @param digest as it was published
     * @param recomputedDigest SHA-256 (hex) of the content as it is now
     * @param imported when it came in, if another installation published it
     * @param standing what the approvals are worth
     * @param equal whether it was approved here, and both and the last approval of every stage are the same
     */
    record Verification(
            int version,
            String digest,
            String recomputedDigest,
            @Nullable Instant imported,
            Standing standing,
            List<ApprovalLine> approvals,
            boolean equal) {}

    private final Versions versions;
    private final Withdrawals withdrawals;
    private final VersionAccess access;
    private final People people;

    VersionController(Versions versions, Withdrawals withdrawals, VersionAccess access, People people) {
        this.versions = versions;
        this.withdrawals = withdrawals;
        this.access = access;
        this.people = people;
    }

    @GetMapping
    VersionLines versions(Caller caller, @PathVariable CourseId courseId) {
        access.requireSight(caller, courseId);
        var found = versions.of(courseId);
        var names = people.names(found.stream()
                .map(VersionController::publisher)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        return new VersionLines(
                found.stream().map(version -> VersionLine.of(version, names)).toList(),
                withdrawals.find(courseId).orElse(null));
    }

    /** Whoever another installation knows under an id is nobody here. */
    private static @Nullable PersonId publisher(PublishedVersion version) {
        return version.importedAt() == null ? version.publishedBy() : null;
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
                published.importedAt(),
                published.standing(),
                published.approvals().stream()
                        .map(approval -> new ApprovalLine(
                                approval.stage(), approval.at(), approval.digest(), approval.groupName()))
                        .toList(),
                recomputed.equals(published.digest()) && published.isOfWhatWasApproved());
    }
}
