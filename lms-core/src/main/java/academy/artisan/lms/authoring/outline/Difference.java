package academy.artisan.lms.authoring.outline;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import academy.artisan.lms.course.CourseContent;
import academy.artisan.lms.course.CourseId;

/**
 * What is different between two contents of a course: first what became of parts that are there afterwards, in their
 * new order, then what is gone.
 */
public record Difference(List<Change> changes) {

    public static Difference between(CourseId courseId, CourseContent before, CourseContent after) {
        return new Differ(courseId, before, after, null).difference();
    }

    /** What an edit does, with the very part moved that it moves. */
    public static Difference of(Edit edit, CourseId courseId, CourseContent before, CourseContent after) {
        var moved = edit instanceof Edit.Move move ? move.partId() : null;
        return new Differ(courseId, before, after, moved).difference();
    }

    public boolean isNone() {
        return changes.isEmpty();
    }

    /** Only what concerns these parts. */
    public Difference of(Collection<UUID> parts) {
        return new Difference(changes.stream()
                .filter(change -> parts.contains(change.partId()))
                .toList());
    }

    /** How many changes there are of each type that occurs. */
    public Map<Change.Type, Integer> counts() {
        var counts = new TreeMap<Change.Type, Integer>();
        changes.forEach(change -> counts.merge(change.type(), 1, Integer::sum));
        return counts;
    }

    /** The parts that are new or say something else, as they are now. */
    public Map<UUID, Part> partsNow() {
        var parts = new LinkedHashMap<UUID, Part>();
        for (var change : changes) {
            switch (change) {
                case Change.Added added -> parts.put(added.partId(), added.part());
                case Change.Edited edited -> parts.put(edited.partId(), edited.after());
                case Change.Moved ignored -> {}
                case Change.Removed ignored -> {}
            }
        }
        return parts;
    }

    /** The parts that say something else, or were not or are not there; not those that only stand elsewhere. */
    public UUID[] changedParts() {
        return changes.stream()
                .filter(change -> change.type() != Change.Type.MOVED)
                .map(Change::partId)
                .toArray(UUID[]::new);
    }

    /** Makes the newer content of the older one. */
    public CourseContent applyTo(CourseContent before) {
        var tree = new OutlineTree(before);
        for (var change : changes) {
            if (change instanceof Change.Edited edited) {
                tree.replace(edited.after());
            }
        }
        for (var change : changes) {
            if (change instanceof Change.Removed || change instanceof Change.Moved) {
                tree.takeOut(change.partId());
            }
        }
        for (var change : changes) {
            switch (change) {
                case Change.Added added -> tree.insert(added.part(), added.to());
                case Change.Moved moved -> tree.putBack(moved.partId(), moved.to());
                case Change.Edited ignored -> {}
                case Change.Removed ignored -> {}
            }
        }
        return tree.content();
    }
}
