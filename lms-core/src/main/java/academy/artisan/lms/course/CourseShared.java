package academy.artisan.lms.course;

/** Somebody said anew who may open a course, be it published or not. */
public record CourseShared(CourseId courseId) {}
