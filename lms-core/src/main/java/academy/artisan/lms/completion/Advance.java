package academy.artisan.lms.completion;

import academy.artisan.lms.course.CourseVersion;
import academy.artisan.lms.enrolment.Enrolment;
import org.jspecify.annotations.Nullable;

/**
 * How far an enrolment is, as it is settled.
 *
 * @param coveredSeconds seconds of the course that were seen
 * @param isEnough whether the completion rule holds, be it judged already or not
 * @param percent of the seconds of the required lessons, rounded down; 100 means completed
 */
public record Advance(
        Enrolment enrolment,
        CourseVersion course,
        int coveredSeconds,
        int percent,
        boolean isEnough,
        @Nullable Completion completion) {}
