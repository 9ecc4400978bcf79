package academy.artisan.lms.search.index;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.search.index.IndexWork.Difference;
import academy.artisan.lms.search.index.IndexWork.Kind;
import academy.artisan.lms.search.index.SearchIndex.Held;
import org.jspecify.annotations.Nullable;

/** Compares a stretch of an index with what it is to hold, by digests, and makes it equal. */
final class IndexComparison {

    private final Contents contents;
    private final SearchIndex index;

    IndexComparison(Contents contents, SearchIndex index) {
        this.contents = contents;
        this.index = index;
    }

    /**
     * Compares the courses after the first up to the last, both of which may be open, and answers what differs. What
     * changes at this moment may differ for a moment: only what differs twice does.
     */
    Set<CourseId> suspects(List<Entry> entries, @Nullable CourseId after, @Nullable CourseId last) {
        var name = index.alias();
        var right = byCourse(entries);
        if (differences(right, index.heldBetween(name, after, last)).isEmpty()) {
            return Set.of();
        }
        index.refresh(name);
        return differences(right, index.heldBetween(name, after, last)).keySet();
    }

    /** Reads these anew, makes the index equal, and names what differed. */
    List<Difference> repair(Collection<CourseId> suspects) {
        var entries = contents.of(suspects);
        var held = index.heldOf(index.alias(), suspects);
        var differences = differences(byCourse(entries), held);
        var refused = index.put(entries.stream()
                .filter(entry -> differences.containsKey(entry.courseId()))
                .map(entry -> overriding(entry, held.get(entry.courseId())))
                .toList());
        refused.forEach(course -> differences.put(course, Kind.REFUSED));
        return differences.entrySet().stream()
                .map(one -> new Difference(one.getKey(), one.getValue()))
                .toList();
    }

    /** Also what is held as of a time that a clock of PostgreSQL has not come to again. */
    private static Entry overriding(Entry entry, @Nullable Held held) {
        return held == null ? entry : entry.asOf(Math.max(entry.version(), held.version()));
    }

    private static Map<CourseId, Entry> byCourse(List<Entry> entries) {
        return entries.stream().collect(Collectors.toMap(Entry::courseId, Function.identity()));
    }

    private static Map<CourseId, Kind> differences(Map<CourseId, Entry> entries, Map<CourseId, Held> held) {
        var courses = new HashSet<>(entries.keySet());
        courses.addAll(held.keySet());
        var differences = new HashMap<CourseId, Kind>();
        for (var course : courses) {
            var kind = kind(entries.get(course), held.get(course));
            if (kind != null) {
                differences.put(course, kind);
            }
        }
        return differences;
    }

    private static @Nullable Kind kind(@Nullable Entry entry, @Nullable Held held) {
        var right = entry == null || entry.isGone() ? null : entry.digest();
        var there = held == null || held.isGone() ? null : held.digest();
        if (Objects.equals(right, there)) {
            return null;
        }
        if (right == null) {
            return Kind.SURPLUS;
        }
        return there == null ? Kind.MISSING : Kind.OUTDATED;
    }
}
