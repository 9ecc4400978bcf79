package academy.artisan.lms.course;

/** A course that was withdrawn is in the catalogue again, in the same version. */
public record CourseRestored(CourseId courseId) {}
