package academy.artisan.lms.course;

import java.util.Collection;
import java.util.List;
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

    /** What the audience of a unit begins with; its id follows. */
    public static final String UNIT = "unit:";

    public CourseViewer {
        audiences = Set.copyOf(audiences);
    }

    static String unit(UnitId unit) {
        return UNIT + unit;
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

    /** The units of whose members the viewer is counted as one; administrators are not, and are told of all. */
    public List<String> units() {
        return audiences.stream()
                .filter(audience -> audience.startsWith(UNIT))
                .sorted()
                .toList();
    }

    public boolean isAdministrator() {
        return audiences.contains(ADMINISTRATORS);
    }

    /** The audiences of those of these units that the viewer is told of. */
    public List<String> among(Collection<UnitId> units) {
        return units.stream()
                .map(CourseViewer::unit)
                .filter(unit -> isAdministrator() || audiences.contains(unit))
                .toList();
    }

    String[] asArray() {
        return audiences.toArray(String[]::new);
    }
}
