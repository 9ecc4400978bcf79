package academy.artisan.lms.authoring.outline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import academy.artisan.lms.course.CourseContent;
import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.course.SectionId;
import org.jspecify.annotations.Nullable;

/**
 * Finds the difference of two contents. Of siblings that are in another order, as many as possible are taken to have
 * stayed, so that one part dragged from the end to the beginning is one move.
 */
final class Differ {

    private final Map<UUID, Part> before;
    private final Map<UUID, Part> after;
    private final Map<UUID, Place> from;
    private final Map<UUID, Place> to;
    private final Set<UUID> stayed = new HashSet<>();

    /**
     * @param moved a part that is known to have been moved, so that its siblings are not said to have moved around it
     */
    Differ(CourseId courseId, CourseContent before, CourseContent after, @Nullable UUID moved) {
        this.before = Part.of(courseId, before);
        this.after = Part.of(courseId, after);
        from = places(before);
        to = places(after);
        stayed.add(courseId.value());
        var siblings = siblings(before);
        siblings(after)
                .forEach((section, now) -> findWhatStayed(siblings.getOrDefault(section, List.of()), now, moved));
    }

    Difference difference() {
        var changes = new ArrayList<Change>();
        after.forEach((id, now) -> addChanges(id, before.get(id), now, changes));
        before.forEach((id, was) -> {
            if (!after.containsKey(id)) {
                changes.add(new Change.Removed(was.kind(), id, was.title(), place(from, id)));
            }
        });
        return new Difference(List.copyOf(changes));
    }

    private void addChanges(UUID id, @Nullable Part was, Part now, List<Change> changes) {
        if (was == null) {
            changes.add(new Change.Added(now.kind(), id, now.title(), place(to, id), now));
            return;
        }
        if (!stayed.contains(id)) {
            changes.add(new Change.Moved(now.kind(), id, now.title(), place(from, id), place(to, id)));
        }
        if (!was.equals(now)) {
            changes.add(new Change.Edited(now.kind(), id, now.title(), FieldChange.between(was, now), now));
        }
    }

    private static Place place(Map<UUID, Place> places, UUID id) {
        return Objects.requireNonNull(places.get(id));
    }

    private static Map<UUID, Place> places(CourseContent content) {
        var places = new HashMap<UUID, Place>();
        siblings(content).forEach((section, ids) -> {
            @Nullable UUID previous = null;
            for (var id : ids) {
                places.put(id, new Place(section, previous));
                previous = id;
            }
        });
        return places;
    }

    /** The lessons of each section, and under null the sections. */
    private static Map<@Nullable SectionId, List<UUID>> siblings(CourseContent content) {
        var siblings = new LinkedHashMap<@Nullable SectionId, List<UUID>>();
        siblings.put(
                null,
                content.sections().stream().map(section -> section.id().value()).toList());
        for (var section : content.sections()) {
            siblings.put(
                    section.id(),
                    section.lessons().stream()
                            .map(lesson -> lesson.id().value())
                            .toList());
        }
        return siblings;
    }

    /** The longest run of siblings that stand in the same order before and after. */
    private void findWhatStayed(List<UUID> was, List<UUID> now, @Nullable UUID moved) {
        var position = new HashMap<UUID, Integer>();
        was.forEach(id -> position.put(id, position.size()));
        var common = now.stream().filter(position::containsKey).toList();
        if (!isInOrder(common, position)) {
            common = common.stream().filter(id -> !id.equals(moved)).toList();
        }
        var positions = common.stream().mapToInt(position::get).toArray();
        for (var index : LongestIncreasing.indices(positions)) {
            stayed.add(common.get(index));
        }
    }

    private static boolean isInOrder(List<UUID> ids, Map<UUID, Integer> position) {
        var positions = ids.stream().map(position::get).toList();
        return positions.equals(positions.stream().sorted().toList());
    }
}
