package academy.artisan.lms.search.suggest;

import java.util.List;

import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.search.text.Name;

/**
 * What that which is being typed may become; all of it leads to courses that the viewer may open.
 *
 * @param items courses by their titles
 * @param names tags and instructors of courses
 * @param queries what many searched for
 */
record Suggestions(List<Suggestion> items, List<Name> names, List<String> queries) {

    static final Suggestions NONE = new Suggestions(List.of(), List.of(), List.of());

    /** A course. */
    record Suggestion(CourseId courseId, String title) {}
}
