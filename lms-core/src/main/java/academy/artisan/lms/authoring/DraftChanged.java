package academy.artisan.lms.authoring;

import academy.artisan.lms.course.CourseId;

/** The draft of a course was saved, deleted or brought back. */
public record DraftChanged(CourseId courseId) {}
