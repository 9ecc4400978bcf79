package academy.artisan.lms.progress;

import java.util.List;

import academy.artisan.lms.enrolment.EnrolmentId;

/**
 * Progress of these enrolments became durable. One event for many, and of each enrolment only every few seconds, the
 * latest included.
 */
public record ProgressSettled(List<EnrolmentId> enrolmentIds) {}
