package academy.artisan.lms.progress;

import java.util.List;

import academy.artisan.lms.enrolment.EnrolmentId;

/** Progress of these enrolments became durable. One event for a whole batch. */
public record ProgressSettled(List<EnrolmentId> enrolmentIds) {}
