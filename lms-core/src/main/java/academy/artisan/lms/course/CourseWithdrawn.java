package academy.artisan.lms.course;

/** A course vanished from the catalogue; who takes it goes on. */
public record CourseWithdrawn(CourseId courseId) {}
