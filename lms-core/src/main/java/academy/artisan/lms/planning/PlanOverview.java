package academy.artisan.lms.planning;

import java.time.LocalDate;
import java.util.List;

import academy.artisan.lms.authoring.TeachingGroup;
import academy.artisan.lms.authoring.TeachingGroups;
import academy.artisan.lms.course.GroupId;
import academy.artisan.lms.identity.Caller;
import org.springframework.stereotype.Service;

/** The year at a glance: of one group, and of all. */
@Service
public class PlanOverview {

    private final PlanReports reports;
    private final TeachingGroups groups;
    private final PlanChecks checks;

    PlanOverview(PlanReports reports, TeachingGroups groups, PlanChecks checks) {
        this.reports = reports;
        this.groups = groups;
        this.checks = checks;
    }

    /** @param progress one entry for each kind of work */
    record GroupProgress(TeachingGroup group, List<PlanProgress> progress) {}

    /** One entry for each kind of work; whoever calls has checked the right to look. */
    public List<PlanProgress> progress(GroupId groupId, int year) {
        return reports.of(groupId, year, checks.today());
    }

    /** Groups that are not retired, and those that planned something in that year nevertheless. */
    List<GroupProgress> ofAll(Caller caller, int year) {
        caller.requireAdmin();
        LocalDate today = checks.today();
        var counted = reports.ofAll(year, today);
        return groups.allEver().stream()
                .filter(group -> !group.retired() || counted.containsKey(group.id()))
                .map(group ->
                        new GroupProgress(group, counted.getOrDefault(group.id(), PlanReports.everyKind(List.of()))))
                .toList();
    }
}
