package academy.artisan.lms.authoring.draft;

import academy.artisan.lms.support.Problem;

/** Learners see the course, so it is withdrawn before it is deleted. */
class CourseStillPublished extends Problem {

    CourseStillPublished() {
        super(Kind.CONFLICT, "The course is published; withdraw it first");
    }
}
