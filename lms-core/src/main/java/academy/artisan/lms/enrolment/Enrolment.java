package academy.artisan.lms.enrolment;

import java.time.Instant;

import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.identity.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A person takes a course, in one version of it.
 *
 * @param generation 1 for the first enrolment of the person in the course, then counting up
 * @param endedAt when a new enrolment took its place; what was done in it is kept as evidence
 * @param replacedBy that new enrolment
 */
public record Enrolment(
        EnrolmentId enrolmentId,
        PersonId learner,
        CourseId courseId,
        int version,
        int generation,
        Instant enrolledAt,
        @Nullable Instant endedAt,
        @Nullable EnrolmentId replacedBy,
        @Nullable Instant completedAt) {

    /**
     * Ends unless learning can go on in it.
     *
     * @throws EnrolmentEnded if another took its place
     */
    public Enrolment requireCurrent() {
        if (replacedBy != null) {
            throw new EnrolmentEnded(replacedBy);
        }
        return this;
    }
}
