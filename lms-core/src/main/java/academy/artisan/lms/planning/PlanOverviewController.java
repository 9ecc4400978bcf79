package academy.artisan.lms.planning;

import java.util.List;

import academy.artisan.lms.identity.Caller;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** How far all groups are with their year, for administrators. */
@RestController
class PlanOverviewController {

    record Year(int year, List<PlanOverview.GroupProgress> items) {}

    private final PlanOverview overview;

    PlanOverviewController(PlanOverview overview) {
        this.overview = overview;
    }

    @GetMapping("/api/v1/plans/{year}")
    Year read(Caller caller, @PathVariable @Min(Planning.FIRST_YEAR) @Max(Planning.LAST_YEAR) int year) {
        return new Year(year, overview.ofAll(caller, year));
    }
}
