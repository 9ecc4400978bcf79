package academy.artisan.lms.enrolment;

import java.time.Instant;

import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.identity.PersonId;

/** A person takes a course, in the version that was open at that moment. */
public record Enrolment(
        EnrolmentId enrolmentId, PersonId learner, CourseId courseId, int version, Instant enrolledAt) {}
