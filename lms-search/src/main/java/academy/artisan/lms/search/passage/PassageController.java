package academy.artisan.lms.search.passage;

import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.identity.Caller;
import academy.artisan.lms.search.query.Audience;
import academy.artisan.lms.search.query.Cursor;
import academy.artisan.lms.search.query.Order;
import academy.artisan.lms.search.text.SearchText;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Searching what is said in videos and written in articles. */
@RestController
class PassageController {

    private static final int LONGEST_LANGUAGE = 35;
    private static final int LONGEST_CURSOR = 200;

    private final PassageSearch passages;
    private final Audience audience;

    PassageController(PassageSearch passages, Audience audience) {
        this.passages = passages;
        this.audience = audience;
    }

    /**
     * Narrowed down to a course, a kind or a language where these are given; unlike courses, nothing is found without a
     * text.
     */
    @GetMapping("/api/v1/search/passages")
    FoundPassages search(
            Caller caller,
            @RequestParam(defaultValue = "") @Size(max = SearchText.LONGEST) String q,
            @RequestParam(required = false) @Nullable CourseId courseId,
            @RequestParam(required = false) @Nullable PassageKind kind,
            @RequestParam(required = false) @Size(min = 1, max = LONGEST_LANGUAGE) @Nullable String language,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit,
            @RequestParam(required = false) @Size(max = LONGEST_CURSOR) @Nullable String after) {
        var text = SearchText.clean(q);
        if (text.isBlank()) {
            throw new SearchTextNeeded();
        }
        var place = after == null ? null : Cursor.parse(after, Order.RELEVANCE);
        return passages.find(new PassageQuery(text, audience.of(caller), courseId, kind, language, limit, place));
    }
}
