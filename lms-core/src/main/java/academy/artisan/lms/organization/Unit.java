package academy.artisan.lms.organization;

import org.jspecify.annotations.Nullable;

/**
 * A node of the one tree of units.
 *
 * @param path places the unit in the tree: the path of the parent, a dot, four characters of its own; everything below
 *     a unit starts with its path, and paths sort as the tree is read
 */
public record Unit(UnitId id, @Nullable UnitId parentId, Kind kind, String name, String path) {

    /** What a unit is. */
    public enum Kind {
        ACADEMY,
        DEMONSTRATION_POINT,
        TEACHING_POINT,
        EMPLOYER,
        DEPARTMENT
    }
}
