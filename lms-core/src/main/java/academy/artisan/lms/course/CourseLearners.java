package academy.artisan.lms.course;

import academy.artisan.lms.identity.PersonId;

/** Who takes a course; enrolment answers. */
public interface CourseLearners {

    /** Whether this person ever enrolled in the course. */
    boolean takes(PersonId person, CourseId courseId);
}
