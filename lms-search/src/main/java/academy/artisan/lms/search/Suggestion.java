package academy.artisan.lms.search;

import academy.artisan.lms.course.CourseId;

/** A course that what is being typed may mean. */
record Suggestion(CourseId courseId, String title) {}
