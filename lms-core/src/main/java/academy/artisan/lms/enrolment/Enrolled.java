package academy.artisan.lms.enrolment;

/** A person began to take a course. */
public record Enrolled(EnrolmentId enrolmentId) {}
