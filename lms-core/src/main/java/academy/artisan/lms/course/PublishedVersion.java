package academy.artisan.lms.course;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

import academy.artisan.lms.identity.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * What is on record of a publication.
 *
 * @param publishedBy null for versions from before it was noted
 * @param note what the author said of it
 * @param importedAt when it came in, if another installation published it
 */
public record PublishedVersion(
        CourseId courseId,
        int version,
        String digest,
        Instant publishedAt,
        @Nullable PersonId publishedBy,
        LearnersInProgress learnersInProgress,
        @Nullable String note,
        List<Approval> approvals,
        @Nullable Instant importedAt) {

    Standing standing() {
        if (importedAt != null) {
            return Standing.CLAIMED_BY_ARCHIVE;
        }
        return approvals.isEmpty() ? Standing.NO_EVIDENCE : Standing.APPROVED_HERE;
    }

    /** Whether it was approved here, and what each stage of review approved last is this version. */
    boolean isOfWhatWasApproved() {
        return standing() == Standing.APPROVED_HERE
                && approvals.stream()
                        .collect(Collectors.toMap(Approval::stage, Function.identity(), PublishedVersion::later))
                        .values()
                        .stream()
                        .allMatch(approval -> approval.digest().equals(digest));
    }

    private static Approval later(Approval one, Approval other) {
        return one.at().isAfter(other.at()) ? one : other;
    }
}
