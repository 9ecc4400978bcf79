package academy.artisan.lms.authoring.draft;

import academy.artisan.lms.support.Problem;

/** Somebody is reviewing the course, so the review is withdrawn before the course is deleted. */
class CourseStillInReview extends Problem {

    CourseStillInReview() {
        super(Kind.CONFLICT, "The course is in review; withdraw the review first");
    }
}
