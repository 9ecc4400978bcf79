package academy.artisan.lms.progress;

import java.util.List;

import academy.artisan.lms.enrolment.EnrolmentId;

/** In these enrolments so much of a lesson became durable as completes it. One event for a whole batch. */
public record LessonsCompleted(List<EnrolmentId> enrolmentIds) {}
