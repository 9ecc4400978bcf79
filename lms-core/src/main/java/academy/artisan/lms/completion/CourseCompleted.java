package academy.artisan.lms.completion;

import academy.artisan.lms.enrolment.EnrolmentId;

/** A learner completed a course; the hours are in the ledger. */
public record CourseCompleted(EnrolmentId enrolmentId) {}
