package academy.artisan.lms.search.passage;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.course.LessonId;
import academy.artisan.lms.search.query.Cursor;
import academy.artisan.lms.search.query.Order;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Hit;
import co.elastic.clients.json.JsonData;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a search for passages.
 *
 * @param items courses, the one with the best passage first
 * @param total in how many courses something was found
 * @param next what to pass as {@code after} for the following page; absent on the last one
 */
record FoundPassages(
        List<CourseWithPassages> items,
        long total,
        @Nullable String next) {

    /**
     * What was found in a course.
     *
     * @param found how many passages
     * @param passages the best of them
     */
    record CourseWithPassages(CourseId courseId, String title, long found, List<FoundPassage> passages) {

        private static CourseWithPassages of(Hit<Void> hit) {
            var found = Objects.requireNonNull(hit.innerHits().get(PassageRequests.PASSAGES))
                    .hits();
            var total = found.total();
            return new CourseWithPassages(
                    CourseId.of(word(hit.fields(), "courseId")),
                    word(hit.fields(), "title"),
                    total == null ? 0 : total.value(),
                    found.hits().stream().map(FoundPassage::of).toList());
        }
    }

    /**
     * A passage.
     *
     * @param language a BCP 47 tag; absent where the course does not say in which language it is
     * @param atSeconds where in the video that is said which is marked first; absent for what is written
     * @param text what is said or written there
     * @param highlight the same as HTML in which what was searched for is in {@code <em>}
     */
    record FoundPassage(
            LessonId lessonId,
            String lessonTitle,
            PassageKind kind,
            @Nullable String language,
            @Nullable Integer atSeconds,
            String text,
            String highlight) {

        private static FoundPassage of(Hit<JsonData> hit) {
            var marks = new Marks(String.join("", hit.highlight().getOrDefault(PassageMatching.TEXT, List.of())));
            var values = hit.fields();
            return new FoundPassage(
                    LessonId.of(word(values, "passages.lessonId")),
                    word(values, "passages.lessonTitle"),
                    PassageKind.valueOf(word(values, "passages.kind")),
                    values.containsKey("passages.language") ? word(values, "passages.language") : null,
                    secondOf(
                            marks.first(),
                            numbers(values, "passages.cueOffsets"),
                            numbers(values, "passages.cueStarts")),
                    marks.text(),
                    marks.html());
        }
    }

    static FoundPassages of(SearchResponse<Void> response, int limit) {
        var hits = response.hits().hits();
        var page = hits.subList(0, Math.min(limit, hits.size()));
        var total = response.hits().total();
        return new FoundPassages(
                page.stream().map(CourseWithPassages::of).toList(),
                total == null ? 0 : total.value(),
                hits.size() > limit
                        ? Cursor.of(Order.RELEVANCE, page.getLast().sort()).opaque()
                        : null);
    }

    /** When the cue begins that this place in the text is in. */
    private static @Nullable Integer secondOf(int place, int[] cueOffsets, int[] cueStarts) {
        Integer second = null;
        for (var cue = 0; cue < cueStarts.length; cue++) {
            if (second == null || cueOffsets[cue] <= place) {
                second = cueStarts[cue];
            }
        }
        return second;
    }

    private static String word(Map<String, JsonData> values, String field) {
        return Objects.requireNonNull(values.get(field)).to(String[].class)[0];
    }

    private static int[] numbers(Map<String, JsonData> values, String field) {
        var found = values.get(field);
        return found == null ? new int[0] : found.to(int[].class);
    }
}
