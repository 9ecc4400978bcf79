package academy.artisan.lms.authoring;

import java.time.Instant;

import academy.artisan.lms.course.CourseContent;
import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.course.GroupId;

/** A course as it is being written. */
record CourseDraft(CourseId courseId, GroupId groupId, int revision, CourseContent content, Instant savedAt) {

    String digest() {
        return content.digest();
    }
}
