package academy.artisan.lms.completion;

import java.math.BigDecimal;
import java.time.Instant;

import academy.artisan.lms.course.LearningHours;
import academy.artisan.lms.enrolment.EnrolmentId;

/**
 * A course completed by a learner, pinned to the versions that it was judged by.
 *
 * @param seconds what was covered of the course, paid as learning hours
 */
public record Completion(
        EnrolmentId enrolmentId, int courseVersion, int ruleVersion, int seconds, Instant completedAt) {

    /** Learning hours of 45 minutes. */
    public BigDecimal hours() {
        return LearningHours.of(seconds);
    }
}
