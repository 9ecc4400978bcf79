package academy.artisan.lms.course;

import academy.artisan.lms.support.Problem;

/** The course is open, so there is nothing to restore. */
class CourseNotWithdrawn extends Problem {

    CourseNotWithdrawn() {
        super(Kind.CONFLICT, "The course was not withdrawn");
    }
}
