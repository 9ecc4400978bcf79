package academy.artisan.lms.search.shelf;

import java.time.Instant;
import java.util.List;

import academy.artisan.lms.course.CourseId;

/** A course as it is shown in a list. */
public record ShelvedCourse(
        CourseId courseId,
        int version,
        String title,
        String summary,
        String field,
        String level,
        List<String> tags,
        String groupName,
        int lessons,
        int durationSeconds,
        Instant publishedAt) {}
