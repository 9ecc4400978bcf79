package academy.artisan.lms.search.recommend;

import java.util.List;

import academy.artisan.lms.identity.Caller;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the caller might take next. */
@RestController
class RecommendationController {

    /** Courses that are recommended for the same reason. */
    record ReasonGroup(Reason reason, List<Recommendation> items) {}

    /** Groups without a course are left out. */
    record ReasonGroups(List<ReasonGroup> groups) {}

    private final Recommendations recommendations;

    RecommendationController(Recommendations recommendations) {
        this.recommendations = recommendations;
    }

    /** @param limit how many of each reason */
    @GetMapping("/api/v1/me/recommendations")
    ReasonGroups mine(Caller caller, @RequestParam(defaultValue = "5") @Min(1) @Max(20) int limit) {
        return new ReasonGroups(recommendations.of(caller, limit).entrySet().stream()
                .map(reason -> new ReasonGroup(reason.getKey(), reason.getValue()))
                .toList());
    }
}
