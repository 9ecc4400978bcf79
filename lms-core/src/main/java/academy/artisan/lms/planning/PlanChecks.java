package academy.artisan.lms.planning;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import academy.artisan.lms.authoring.GroupCourses;
import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.course.GroupId;
import academy.artisan.lms.identity.RoleHolders;
import academy.artisan.lms.support.InvalidFields;
import academy.artisan.lms.support.Problem.FieldError;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** What must hold between the fields of an item, and between it and its group. A day begins where the academy is. */
@Component
class PlanChecks {

    private final RoleHolders holders;
    private final GroupCourses courses;
    private final Clock clock;
    private final ZoneId zone;

    PlanChecks(
            RoleHolders holders,
            GroupCourses courses,
            Clock clock,
            @Value("${lms.time-zone:Asia/Shanghai}") ZoneId zone) {
        this.holders = holders;
        this.courses = courses;
        this.clock = clock;
        this.zone = zone;
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    /**
     * The item with the titles of its courses.
     *
     * @throws InvalidFields naming everything that is not right
     */
    PlanItemForm checked(GroupId groupId, int year, PlanItemForm item) {
        var titles = courses.titles(groupId, item.courses().toList());
        List<FieldError> errors = new ArrayList<>();
        checkTime(item, errors);
        checkOwner(groupId, item, errors);
        checkState(item, errors);
        for (var i = 0; i < item.milestones().size(); i++) {
            check("milestones[%d]".formatted(i), item.milestones().get(i), year, errors);
        }
        for (var i = 0; i < item.outcomes().size(); i++) {
            check("outcomes[%d]".formatted(i), item.outcomes().get(i), titles, errors);
        }
        if (!errors.isEmpty()) {
            throw new InvalidFields(errors);
        }
        return item.with(item.outcomes().stream()
                .map(outcome -> outcome.courseId() == null ? outcome : outcome.titled(titles.get(outcome.courseId())))
                .toList());
    }

    private static void checkTime(PlanItemForm item, List<FieldError> errors) {
        if (item.toMonth() < item.fromMonth()) {
            errors.add(new FieldError("toMonth", "Order", "is before fromMonth"));
        }
    }

    private void checkOwner(GroupId groupId, PlanItemForm item, List<FieldError> errors) {
        var isMember = holders.of(groupId).stream()
                .anyMatch(member -> member.person().id().equals(item.ownerId()));
        if (!isMember) {
            errors.add(new FieldError("ownerId", "GroupMember", "is not a member of this group"));
        }
    }

    private static void checkState(PlanItemForm item, List<FieldError> errors) {
        var hasReason = StringUtils.hasText(item.reason());
        if (item.state() == PlanState.GIVEN_UP && !hasReason) {
            errors.add(new FieldError("reason", "NotBlank", "is needed for what is given up"));
        }
        if (item.state() != PlanState.GIVEN_UP && item.reason() != null) {
            errors.add(new FieldError("reason", "Null", "is only for what is given up"));
        }
        if (item.state() == PlanState.DONE && !item.milestones().stream().allMatch(Milestone::isDone)) {
            errors.add(new FieldError("state", "MilestonesDone", "is not done while a milestone is not"));
        }
    }

    private void check(String field, Milestone milestone, int year, List<FieldError> errors) {
        if (milestone.dueOn().getYear() != year) {
            errors.add(new FieldError(field + ".dueOn", "InYear", "is not in the year of the plan"));
        }
        var doneOn = milestone.doneOn();
        if (doneOn != null && (doneOn.isAfter(today()) || doneOn.getYear() < year - 1)) {
            errors.add(new FieldError(field + ".doneOn", "Range", "is in the future or long before the year"));
        }
    }

    private static void check(
            String field, Outcome outcome, Map<CourseId, String> courseTitles, List<FieldError> errors) {
        var courseId = outcome.courseId();
        if (outcome.kind() == Outcome.Kind.COURSE) {
            if (courseId == null || !courseTitles.containsKey(courseId)) {
                errors.add(new FieldError(field + ".courseId", "GroupCourse", "is no course of this group"));
            }
        } else if (courseId != null) {
            errors.add(new FieldError(field + ".courseId", "Null", "is only for courses"));
        } else if (!StringUtils.hasText(outcome.title())) {
            errors.add(new FieldError(field + ".title", "NotBlank", "is needed"));
        }
        if (outcome.link() != null && !isWebAddress(outcome.link())) {
            errors.add(new FieldError(field + ".link", "WebAddress", "is no http or https address"));
        }
    }

    private static boolean isWebAddress(String link) {
        try {
            var uri = new URI(link);
            return isWeb(uri.getScheme()) && StringUtils.hasText(uri.getHost());
        } catch (URISyntaxException none) {
            return false;
        }
    }

    private static boolean isWeb(@Nullable String scheme) {
        return "http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme);
    }
}
