package academy.artisan.lms.planning;

import java.util.List;
import java.util.Map;

import academy.artisan.lms.authoring.GroupWork;
import academy.artisan.lms.authoring.TeachingGroup;
import academy.artisan.lms.authoring.TeachingGroups;
import academy.artisan.lms.course.GroupId;
import academy.artisan.lms.identity.Caller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What a member of a group sees first: its courses by state, its plan of this year, its open reviews. */
@RestController
class GroupHomeController {

    /** @param plan this year at a glance, one entry for each kind of work */
    record Home(
            TeachingGroup group,
            Map<String, Integer> coursesByState,
            int year,
            List<PlanProgress> plan,
            List<GroupWork.OpenReview> openReviews) {}

    private final TeachingGroups groups;
    private final GroupWork work;
    private final PlanOverview plans;
    private final PlanChecks checks;

    GroupHomeController(TeachingGroups groups, GroupWork work, PlanOverview plans, PlanChecks checks) {
        this.groups = groups;
        this.work = work;
        this.plans = plans;
        this.checks = checks;
    }

    @GetMapping("/api/v1/groups/{groupId}/home")
    Home home(Caller caller, @PathVariable GroupId groupId) {
        groups.requireMember(caller, groupId);
        var onDesk = work.of(groupId);
        var year = checks.today().getYear();
        return new Home(
                groups.get(groupId),
                onDesk.coursesByState(),
                year,
                plans.progress(groupId, year),
                onDesk.openReviews());
    }
}
