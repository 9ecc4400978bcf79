package academy.artisan.lms.media.usage;

import java.util.List;

import academy.artisan.lms.course.CourseId;

/**
 * Where a file or a video is shown.
 *
 * @param courses those that whoever asks may know of
 * @param others how many more there are
 */
public record Usage(List<ShowingCourse> courses, int others) {

    /** A course as it is called where it shows it. */
    public record ShowingCourse(CourseId courseId, String title) {}

    public boolean isNone() {
        return courses.isEmpty() && others == 0;
    }
}
