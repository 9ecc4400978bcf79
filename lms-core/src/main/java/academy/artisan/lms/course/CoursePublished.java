package academy.artisan.lms.course;

/** A version of a course became the one that learners see. */
public record CoursePublished(CourseId courseId, int version) {}
