package academy.artisan.lms.course;

import academy.artisan.lms.support.Problem;

/** The course was withdrawn: nobody begins it until it is restored. */
class CourseIsWithdrawn extends Problem {

    CourseIsWithdrawn() {
        super(Kind.CONFLICT, "The course was withdrawn");
    }
}
