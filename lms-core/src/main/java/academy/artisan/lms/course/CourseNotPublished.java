package academy.artisan.lms.course;

import academy.artisan.lms.support.Problem;

/** There is no published version that could be withdrawn or restored. */
class CourseNotPublished extends Problem {

    CourseNotPublished() {
        super(Kind.CONFLICT, "The course was not published");
    }
}
