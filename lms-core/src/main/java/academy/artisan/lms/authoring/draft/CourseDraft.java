package academy.artisan.lms.authoring.draft;

import java.time.Instant;

import academy.artisan.lms.course.CourseContent;
import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.course.GroupId;
import academy.artisan.lms.identity.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A course as it is being written.
 *
 * @param digest SHA-256 (hex) of the content
 * @param publishedVersion the version that was published last, be it withdrawn or not
 * @param publishedRevision the revision that became that version; null if none of this draft did
 */
public record CourseDraft(
        CourseId courseId,
        GroupId groupId,
        int revision,
        CourseContent content,
        String digest,
        DraftState state,
        @Nullable String approvedDigest,
        @Nullable Integer publishedVersion,
        @Nullable Integer publishedRevision,
        PersonId savedBy,
        Instant savedAt) {

    /** The same course as it was at an earlier revision. */
    CourseDraft asOf(int earlier, CourseContent saved, PersonId by, Instant at) {
        return new CourseDraft(
                courseId,
                groupId,
                earlier,
                saved,
                saved.digest(),
                state,
                approvedDigest,
                publishedVersion,
                publishedRevision,
                by,
                at);
    }

    /** The same course with content that was saved as its next revision. */
    CourseDraft next(CourseContent saved, String savedDigest, DraftState newState, PersonId by, Instant at) {
        return new CourseDraft(
                courseId,
                groupId,
                revision + 1,
                saved,
                savedDigest,
                newState,
                approvedDigest,
                publishedVersion,
                publishedRevision,
                by,
                at);
    }
}
