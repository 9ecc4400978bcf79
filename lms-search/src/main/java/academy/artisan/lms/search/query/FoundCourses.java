package academy.artisan.lms.search.query;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.course.CourseViewer;
import academy.artisan.lms.organization.UnitId;
import academy.artisan.lms.search.CourseLine;
import academy.artisan.lms.search.log.SearchId;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Hit;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a search.
 *
 * @param total how many courses were found in all
 * @param next what to pass as {@code after} for the following page; absent on the last one
 * @param didYouMean a piece of what was found that sounds almost like what was typed, if that stands nowhere
 * @param nearest whether nothing fits, and these are only the courses that come nearest
 * @param reduced whether this is only what PostgreSQL finds by title and tags, because the index is away
 * @param searchId by what it is told which result was opened; absent where the search is not logged
 */
record FoundCourses(
        List<FoundCourse> items,
        Facets facets,
        long total,
        @Nullable String next,
        @Nullable String didYouMean,
        boolean nearest,
        boolean reduced,
        @Nullable SearchId searchId) {

    /** What was meant is among the best, or not at all. */
    private static final int LOOKED_AT = 5;

    /**
     * One course.
     *
     * @param highlights by field, pieces of HTML in which what was searched for is in {@code <em>}
     */
    record FoundCourse(
            CourseId courseId,
            int version,
            String title,
            String summary,
            String field,
            String level,
            List<String> tags,
            String groupName,
            int lessons,
            int durationSeconds,
            Map<String, List<String>> highlights) {

        static FoundCourse of(CourseLine line, Map<String, List<String>> highlights) {
            return new FoundCourse(
                    line.courseId(),
                    line.version(),
                    line.title(),
                    line.summary(),
                    line.field(),
                    line.level(),
                    line.tags(),
                    line.groupName(),
                    line.lessons(),
                    line.durationSeconds(),
                    highlights);
        }
    }

    /**
     * How many of the found courses have which values.
     *
     * @param unit those shared with each unit, among those that the caller belongs to or is HR of and all above; for
     *     administrators among all
     */
    record Facets(
            List<FacetValue> field,
            List<FacetValue> level,
            List<FacetValue> tag,
            List<FacetValue> group,
            List<FacetValue> language,
            List<FacetValue> hours,
            List<FacetValue> unit) {

        private static final Facets NONE =
                new Facets(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

        private static Facets of(SearchResponse<CourseLine> response) {
            return new Facets(
                    terms(response, "field"),
                    terms(response, "level"),
                    terms(response, "tag"),
                    terms(response, "group"),
                    terms(response, "language"),
                    ranges(response, "hours"),
                    units(response));
        }
    }

    /**
     * A value and how many of the found courses have it.
     *
     * @param name of a unit, of which the value is the id
     */
    record FacetValue(String value, long count, @Nullable String name) {

        private FacetValue(String value, long count) {
            this(value, count, null);
        }

        private UnitId unitId() {
            return UnitId.of(value);
        }
    }

    static FoundCourses of(SearchResponse<CourseLine> response, CourseQuery query) {
        var hits = response.hits().hits();
        var limit = query.limit();
        var page = hits.subList(0, Math.min(limit, hits.size()));
        var total = response.hits().total();
        return new FoundCourses(
                page.stream()
                        .map(hit -> FoundCourse.of(CourseLine.of(hit), hit.highlight()))
                        .toList(),
                Facets.of(response),
                total == null ? 0 : total.value(),
                hits.size() > limit
                        ? Cursor.of(query.order(), page.getLast().sort()).opaque()
                        : null,
                query.after() == null ? didYouMean(query.text(), page) : null,
                false,
                false,
                null);
    }

    private static @Nullable String didYouMean(String typed, List<Hit<CourseLine>> page) {
        var texts = page.stream().limit(LOOKED_AT).flatMap(FoundCourses::texts).toList();
        return DidYouMean.of(typed, texts).orElse(null);
    }

    private static Stream<String> texts(Hit<CourseLine> hit) {
        var line = CourseLine.of(hit);
        return Stream.concat(Stream.of(line.title()), line.tags().stream());
    }

    /** The same as what comes nearest to a search that nothing fits; there is no further page of it. */
    FoundCourses asNearest() {
        return new FoundCourses(items, Facets.NONE, 0, null, didYouMean, !items.isEmpty(), false, null);
    }

    static FoundCourses reduced(List<FoundCourse> items, long total) {
        return new FoundCourses(items, Facets.NONE, total, null, null, false, true, null);
    }

    /** The same with the names of units, which are asked for if there are any; one without a name is gone. */
    FoundCourses withUnits(Function<List<UnitId>, Map<UnitId, String>> namesOf) {
        if (facets.unit().isEmpty()) {
            return this;
        }
        var names = namesOf.apply(facets.unit().stream().map(FacetValue::unitId).toList());
        var named = facets.unit().stream()
                .filter(unit -> names.containsKey(unit.unitId()))
                .map(unit -> new FacetValue(unit.value(), unit.count(), names.get(unit.unitId())))
                .toList();
        var all = new Facets(
                facets.field(), facets.level(), facets.tag(), facets.group(), facets.language(), facets.hours(), named);
        return new FoundCourses(items, all, total, next, didYouMean, nearest, reduced, searchId);
    }

    FoundCourses loggedAs(@Nullable SearchId id) {
        return new FoundCourses(items, facets, total, next, didYouMean, nearest, reduced, id);
    }

    private static List<FacetValue> terms(SearchResponse<CourseLine> response, String name) {
        var facet = response.aggregations().get(name);
        return facet == null
                ? List.of()
                : facet.sterms().buckets().array().stream()
                        .map(bucket -> new FacetValue(bucket.key().stringValue(), bucket.docCount()))
                        .toList();
    }

    private static List<FacetValue> units(SearchResponse<CourseLine> response) {
        return terms(response, "unit").stream()
                .map(unit -> new FacetValue(unit.value().substring(CourseViewer.UNIT.length()), unit.count()))
                .toList();
    }

    private static List<FacetValue> ranges(SearchResponse<CourseLine> response, String name) {
        var facet = response.aggregations().get(name);
        return facet == null
                ? List.of()
                : facet.range().buckets().array().stream()
                        .filter(bucket -> bucket.docCount() > 0)
                        .map(bucket -> new FacetValue(Objects.requireNonNull(bucket.key()), bucket.docCount()))
                        .toList();
    }
}
