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
 * @param imported whether another installation published it, and all of this is what its archive said
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
        boolean imported) {

    /** Whether what each stage of review approved last is this version; true where no approval is on record. */
    boolean isOfWhatWasApproved() {
        return approvals.stream()
                .collect(Collectors.toMap(Approval::stage, Function.identity(), PublishedVersion::later))
                .values()
                .stream()
                .allMatch(approval -> approval.digest().equals(digest));
    }

    private static Approval later(Approval one, Approval other) {
        return one.at().isAfter(other.at()) ? one : other;
    }
}
