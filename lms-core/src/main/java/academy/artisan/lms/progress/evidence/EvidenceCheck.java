package academy.artisan.lms.progress.evidence;

import java.time.Instant;
import java.util.List;
import java.util.function.ToLongFunction;

import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.enrolment.EnrolmentId;
import academy.artisan.lms.identity.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A comparison of progress with its evidence: of an enrolment, of a course, or of everything.
 *
 * @param askedBy nobody for what is done every night
 * @param endedAt not there as long as it is under way
 * @param failure why it could not be done; it may be tried again
 * @param differenceCount how many were found
 * @param differences those that are named, in order of what they are about
 */
record EvidenceCheck(
        EvidenceCheckId checkId,
        @Nullable EnrolmentId enrolmentId,
        @Nullable CourseId courseId,
        Instant askedAt,
        @Nullable PersonId askedBy,
        @Nullable Instant endedAt,
        @Nullable String failure,
        Totals totals,
        int differenceCount,
        List<Difference> differences) {

    /** How many differences a check names; it counts all. */
    static final int MOST_NAMED = 1000;

    /**
     * Seconds, of all that was looked at.
     *
     * @param coveredSeconds that count as seen
     * @param provedSeconds that playbacks were credited
     * @param beforeEvidenceSeconds seen before it was kept what playbacks are credited
     * @param retiredSeconds whose evidence was kept as long as it has to be
     */
    record Totals(
            int enrolments, long coveredSeconds, long provedSeconds, long beforeEvidenceSeconds, long retiredSeconds) {

        static final Totals NONE = new Totals(0, 0, 0, 0, 0);

        Totals with(int more, List<LessonProofs.Proof> lessons) {
            return new Totals(
                    enrolments + more,
                    coveredSeconds + sum(lessons, LessonProofs.Proof::covered),
                    provedSeconds + sum(lessons, LessonProofs.Proof::proved),
                    beforeEvidenceSeconds + sum(lessons, LessonProofs.Proof::before),
                    retiredSeconds + sum(lessons, LessonProofs.Proof::retired));
        }

        private static long sum(List<LessonProofs.Proof> lessons, ToLongFunction<LessonProofs.Proof> seconds) {
            return lessons.stream().mapToLong(seconds).sum();
        }
    }
}
