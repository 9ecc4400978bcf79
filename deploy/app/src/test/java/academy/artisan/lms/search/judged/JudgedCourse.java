package academy.artisan.lms.search.judged;

import java.util.List;

import academy.artisan.lms.course.CourseVersion;
import academy.artisan.lms.course.Listing;

/** A published course and the facts that it was made from. */
public record JudgedCourse(CourseVersion version, Facts facts) {

    public String title() {
        return version.title();
    }

    public Listing listing() {
        return new Listing(version, false, 1, List.of("everyone"));
    }
}
