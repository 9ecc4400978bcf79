package academy.artisan.lms.compliance;

import academy.artisan.lms.course.CourseId;
import org.jspecify.annotations.Nullable;

/** Which lines of the report are wanted; null means all. */
record TrainingFilter(@Nullable CourseId courseId, @Nullable TrainingState state) {}
