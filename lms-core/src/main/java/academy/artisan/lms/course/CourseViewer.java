package academy.artisan.lms.course;

import java.util.Set;
import java.util.TreeSet;

import academy.artisan.lms.organization.UnitId;

/**
 * Somebody who looks for courses: a course is open to whoever is in one of its audiences.
 *
 * @param audiences those that the viewer is in, in the words that courses carry in PostgreSQL and in the search index
 */
public record CourseViewer(Set<String> audiences) {

    public static final String EVERYONE = "everyone";
    static final String ADMINISTRATORS = "administrators";

    public CourseViewer {
        audiences = Set.copyOf(audiences);
    }

    static String unit(UnitId unit) {
        return "unit:" + unit;
    }

    static String group(GroupId group) {
        return "group:" + group;
    }

    /** Whoever may open what the one or the other may open. */
    public CourseViewer or(CourseViewer other) {
        var both = new TreeSet<>(audiences);
        both.addAll(other.audiences);
        return new CourseViewer(both);
    }

    String[] asArray() {
        return audiences.toArray(String[]::new);
    }
}
