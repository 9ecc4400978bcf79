package academy.artisan.lms.search.index;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.support.CanonicalJson;
import org.jspecify.annotations.Nullable;

/**
 * What an index is to hold of a course.
 *
 * @param version of two entries for the same course, the higher one is right: see {@link ReadingTime}
 * @param digest of all of it that counts as a difference
 * @param json the document as it is stored; none of a course that is not to be found. Its place is kept all the same,
 *     so that late news of an older version finds it taken
 */
public record Entry(
        CourseId courseId,
        long version,
        String digest,
        @Nullable String json) {

    /**
     * A document to be found.
     *
     * @param apart stored with it, but to be otherwise for a while is no difference
     */
    public static Entry of(CourseId courseId, long version, Object document, Map<String, ?> apart) {
        var content = CanonicalJson.write(document);
        var digest = CanonicalJson.sha256(content);
        return new Entry(
                courseId,
                version,
                digest,
                joined(content, CanonicalJson.write(apart), CanonicalJson.write(Map.of("digest", digest))));
    }

    public static Entry of(CourseId courseId, long version, Object document) {
        return of(courseId, version, document, Map.of());
    }

    public static Entry gone(CourseId courseId, long version) {
        return new Entry(courseId, version, "", null);
    }

    /** These, and of all others that were asked for, that they are not to be found. */
    static List<Entry> each(List<Entry> found, Collection<CourseId> asked, long version) {
        var others = new LinkedHashSet<>(asked);
        found.forEach(entry -> others.remove(entry.courseId()));
        return Stream.concat(found.stream(), others.stream().map(course -> gone(course, version)))
                .toList();
    }

    Entry asOf(long otherVersion) {
        return new Entry(courseId, otherVersion, digest, json);
    }

    boolean isGone() {
        return json == null;
    }

    /** What is stored where nothing is to be found. */
    String stored() {
        return json != null ? json : CanonicalJson.write(new Gone(courseId, true));
    }

    private record Gone(CourseId courseId, boolean gone) {}

    /** The members of objects, none of which is in two of them, as one object. */
    private static String joined(String... objects) {
        var members = new StringBuilder();
        for (var object : objects) {
            var inside = object.substring(1, object.length() - 1);
            members.append(members.isEmpty() || inside.isEmpty() ? "" : ",").append(inside);
        }
        return "{" + members + "}";
    }
}
