package academy.artisan.lms.progress.policy;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import academy.artisan.lms.identity.Role;
import academy.artisan.lms.organization.UnitId;
import academy.artisan.lms.testing.Academy;
import org.junit.jupiter.api.Test;

/** Who may say and read what is asked of whom. */
class WatchPolicyRightsIT extends WatchPolicyStory {

    @Test
    void membersOfTheGroupReadAndNobodyElseKnows() {
        var course = of(draft());
        var member = academy.member(Role.REVIEWER, academy.group(0));
        member.get(course).expect(200);
        sayFirst(member, course, IN_ORDER).expectProblem(403, "not-allowed");
        for (var other : List.of(academy.author(1), academy.hr(employer), academy.learner(department))) {
            other.get(course).expectProblem(404, "not-found");
            sayFirst(other, course, IN_ORDER).expectProblem(404, "not-found");
        }
        academy.nobody().get(course).expectProblem(401, "log-in-required");
        sayFirst(academy.lead(academy.group(0)), course, IN_ORDER).expect(200);
        say(academy.admin(), course, Map.of("visibleOnly", true)).expect(200);
        author.get(of(UUID.randomUUID().toString())).expectProblem(404, "not-found");
    }

    @Test
    void hrSaysWhatUnitsBelowItAskForAndNobodyElse() {
        var hr = academy.hr(employer);
        sayFirst(hr, of(department), Map.of("visibleOnly", true)).expect(200);
        hr.get(of(employer)).expect(200);
        var stranger = academy.employer("乙单位");
        for (var other : List.of(academy.hr(department), academy.hr(stranger), author, academy.admin())) {
            other.get(of(employer)).expectProblem(403, "not-allowed");
            sayFirst(other, of(employer), Map.of()).expectProblem(403, "not-allowed");
        }
        hr.get(of(stranger)).expectProblem(403, "not-allowed");
        hr.get(of(UnitId.next())).expectProblem(404, "not-found");
        academy.nobody().get(of(employer)).expectProblem(401, "log-in-required");
    }

    @Test
    void whatHoldsForSomebodyIsToldToNobodyElse() {
        var courseId = academy.published("规则", Academy.textOf(30));
        var enrolment = academy.watch(academy.learner(department), courseId).enrolmentId();
        var path = "/api/v1/enrolments/%s/watch-policy".formatted(enrolment);
        academy.learner(department).get(path).expectProblem(404, "not-found");
        academy.hr(employer).get(path).expectProblem(404, "not-found");
        academy.nobody().get(path).expectProblem(401, "log-in-required");
    }
}
