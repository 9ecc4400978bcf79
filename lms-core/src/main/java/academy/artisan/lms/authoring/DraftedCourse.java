package academy.artisan.lms.authoring;

import java.time.Instant;

import academy.artisan.lms.course.CourseContent;
import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.course.GroupId;

/**
 * A course as its authors have written it so far.
 *
 * @param field the field of its group
 */
public record DraftedCourse(
        CourseId courseId,
        int revision,
        GroupId groupId,
        String groupName,
        String field,
        CourseContent content,
        Instant savedAt) {}
