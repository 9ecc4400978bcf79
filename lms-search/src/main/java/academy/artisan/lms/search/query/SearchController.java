package academy.artisan.lms.search.query;

import java.util.List;
import java.util.Map;

import academy.artisan.lms.course.LearningHours;
import academy.artisan.lms.identity.Caller;
import academy.artisan.lms.organization.UnitId;
import academy.artisan.lms.search.log.QueryLog;
import academy.artisan.lms.search.query.CourseQuery.Scope;
import academy.artisan.lms.search.text.SearchText;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Searching courses. */
@RestController
class SearchController {

    private static final int LONGEST_CURSOR = 200;
    private static final int MOST_VALUES = 50;
    private static final int MOST_HOURS = 100_000;

    private final CourseFinder courses;
    private final Audience audience;
    private final QueryLog log;

    SearchController(CourseFinder courses, Audience audience, QueryLog log) {
        this.courses = courses;
        this.audience = audience;
        this.log = log;
    }

    /** Several values of one filter mean any of them; without a text, all courses are found. */
    @GetMapping("/api/v1/search/courses")
    FoundCourses search(
            Caller caller,
            @RequestParam(defaultValue = "") @Size(max = SearchText.LONGEST) String q,
            @RequestParam(defaultValue = "") @Size(max = MOST_VALUES) List<@Size(max = SearchText.LONGEST) String> field,
            @RequestParam(defaultValue = "") @Size(max = MOST_VALUES) List<@Size(max = SearchText.LONGEST) String> level,
            @RequestParam(defaultValue = "") @Size(max = MOST_VALUES) List<@Size(max = SearchText.LONGEST) String> tag,
            @RequestParam(defaultValue = "") @Size(max = MOST_VALUES) List<@Size(max = SearchText.LONGEST) String> group,
            @RequestParam(defaultValue = "") @Size(max = MOST_VALUES) List<@Size(max = SearchText.LONGEST) String> language,
            @RequestParam(defaultValue = "") @Size(max = MOST_VALUES) List<UnitId> unit,
            @RequestParam(required = false) @Min(0) @Max(MOST_HOURS) @Nullable Integer minHours,
            @RequestParam(required = false) @Min(0) @Max(MOST_HOURS) @Nullable Integer maxHours,
            @RequestParam(defaultValue = "CATALOG") Scope scope,
            @RequestParam(required = false) @Nullable Order sort,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit,
            @RequestParam(required = false) @Size(max = LONGEST_CURSOR) @Nullable String after) {
        var text = SearchText.clean(q);
        var filters = new CourseQuery.Filters(field, level, tag, group, language, seconds(minHours), seconds(maxHours));
        var order = orderOf(text, sort);
        var found = courses.find(new CourseQuery(
                scope,
                text,
                audience.viewpoint(caller, scope, unit),
                filters,
                order,
                limit,
                after == null ? null : Cursor.parse(after, order)));
        var isFirst = after == null && scope == Scope.CATALOG && !found.reduced();
        // What is narrowed down by what the log does not know would stand there as if it were not
        var isKnown = unit.isEmpty() && minHours == null && maxHours == null;
        return isFirst && isKnown
                ? found.loggedAs(log.note(
                        caller.personId(),
                        text,
                        Map.of("field", field, "level", level, "tag", tag, "group", group, "language", language),
                        found.total()))
                : found;
    }

    private static Order orderOf(String text, @Nullable Order asked) {
        var order = asked == null ? Order.RELEVANCE : asked;
        return order == Order.RELEVANCE && text.isBlank() ? Order.NEWEST : order;
    }

    private static @Nullable Long seconds(@Nullable Integer hours) {
        return hours == null ? null : (long) hours * LearningHours.SECONDS;
    }
}
