package academy.artisan.lms.search.suggest;

import academy.artisan.lms.identity.Caller;
import academy.artisan.lms.search.elasticsearch.Fallback;
import academy.artisan.lms.search.query.Audience;
import academy.artisan.lms.search.text.SearchText;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Completing what is being typed. */
@RestController
class SuggestionController {

    private final CourseSuggestions suggestions;
    private final ReducedSuggestions reduced;
    private final Fallback fallback;
    private final Audience audience;

    SuggestionController(
            CourseSuggestions suggestions, ReducedSuggestions reduced, Fallback fallback, Audience audience) {
        this.suggestions = suggestions;
        this.reduced = reduced;
        this.fallback = fallback;
        this.audience = audience;
    }

    @GetMapping("/api/v1/search/suggestions")
    Suggestions suggest(
            Caller caller,
            @RequestParam(defaultValue = "") @Size(max = SearchText.LONGEST) String q,
            @RequestParam(defaultValue = "8") @Min(1) @Max(20) int limit) {
        var beginning = SearchText.clean(q);
        var audiences = audience.of(caller);
        return fallback.ask(
                () -> suggestions.of(beginning, audiences, limit), () -> reduced.of(beginning, audiences, limit));
    }
}
