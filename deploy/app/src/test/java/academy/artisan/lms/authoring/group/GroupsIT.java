package academy.artisan.lms.authoring.group;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import academy.artisan.lms.authoring.ReviewPolicy;
import academy.artisan.lms.authoring.ReviewStage;
import academy.artisan.lms.authoring.TeachingGroups;
import academy.artisan.lms.course.GroupId;
import academy.artisan.lms.testing.Academy;
import academy.artisan.lms.testing.Api;
import academy.artisan.lms.testing.StackTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

@StackTest
class GroupsIT {

    @Autowired
    ApplicationContext context;

    @Autowired
    TeachingGroups groups;

    private Academy academy;
    private Api admin;

    @BeforeEach
    void comeAsAdministrator() {
        academy = new Academy(context);
        admin = academy.admin();
    }

    @Test
    void anAdministratorAddsAGroupWhichIsOfferedLast() {
        var name = "数字经济 " + UUID.randomUUID();
        var answer = admin.post("/api/v1/groups", naming(name));
        var group = answer.expect(201);
        assertThat(answer.header("Location"))
                .isEqualTo("/api/v1/groups/" + group.path("id").asString());
        assertThat(offered().getLast()).isEqualTo(group.path("id").asString());
        assertThat(academy.author(0)
                        .get(answer.header("Location"))
                        .expect(200)
                        .path("name")
                        .asString())
                .isEqualTo(name);
        assertThat(actions(group.path("id").asString())).containsExactly("group-added");
        retire(group.path("id").asString());
    }

    @Test
    void twoGroupsDoNotShareAName() {
        var first = add("一 " + UUID.randomUUID());
        var name = "二 " + UUID.randomUUID();
        var second = add(name);
        admin.post("/api/v1/groups", naming(name)).expectProblem(409, "group-name-taken");
        admin.put("/api/v1/groups/" + first, naming(name)).expectProblem(409, "group-name-taken");
        admin.put("/api/v1/groups/" + second, naming(name)).expect(200);
        retire(first);
        retire(second);
    }

    @Test
    void aRetiredGroupTakesNoNewWorkAndIsNotOfferedButStaysReadable() {
        var group = add("停用 " + UUID.randomUUID());
        var id = GroupId.of(group);
        var author = academy.lead(id);
        var course = author.post("/api/v1/groups/%s/courses".formatted(group), newCourse())
                .expect(201)
                .path("courseId")
                .asString();
        assertThat(retire(group)).isTrue();
        assertThat(retire(group)).isTrue();
        assertThat(offered()).doesNotContain(group);
        assertThat(groups.allEver()).anyMatch(found -> found.id().equals(id) && found.retired());
        author.post("/api/v1/groups/%s/courses".formatted(group), newCourse()).expectProblem(409, "group-retired");
        author.get("/api/v1/courses/%s/draft".formatted(course)).expect(200);
        assertThat(author.get("/api/v1/me").expect(200).at("/groups/0/id").asString())
                .isEqualTo(group);
        academy.author(0)
                .post("/api/v1/groups/%s/courses".formatted(group), newCourse())
                .expectProblem(403, "not-allowed");
        admin.delete("/api/v1/groups/%s/retirement".formatted(group)).expect(200);
        author.post("/api/v1/groups/%s/courses".formatted(group), newCourse()).expect(201);
        assertThat(actions(group)).containsExactly("group-reinstated", "group-retired", "group-added");
        retire(group);
    }

    @Test
    void anAdministratorPutsTheGroupsIntoAnotherOrder() {
        var before = offered();
        var after = new ArrayList<>(before);
        Collections.swap(after, 5, 6);
        admin.put("/api/v1/groups/order", Map.of("groupIds", after)).expect(200);
        assertThat(offered()).isEqualTo(after);
        admin.put("/api/v1/groups/order", Map.of("groupIds", before)).expect(200);
        assertThat(offered()).isEqualTo(before);
    }

    @Test
    void anOrderThatLeavesOutOrRepeatsOrInventsAGroupChangesNothing() {
        var before = offered();
        var repeated = new ArrayList<>(before);
        repeated.set(0, before.get(1));
        var invented = new ArrayList<>(before);
        invented.set(0, UUID.randomUUID().toString());
        for (var order : List.of(before.subList(1, before.size()), repeated, invented, List.of())) {
            var problem =
                    admin.put("/api/v1/groups/order", Map.of("groupIds", order)).expectProblem(422, "invalid-fields");
            assertThat(problem.at("/errors/0/field").asString()).isEqualTo("groupIds");
        }
        assertThat(offered()).isEqualTo(before);
    }

    @Test
    void nobodyButAdministratorsSeesToTheGroups() {
        var lead = academy.reviewer(0);
        var group = academy.group(0);
        var path = "/api/v1/groups/" + group;
        lead.post("/api/v1/groups", naming("某组")).expectProblem(403, "not-allowed");
        lead.put(path, naming("某组")).expectProblem(403, "not-allowed");
        lead.put(path + "/retirement").expectProblem(403, "not-allowed");
        lead.delete(path + "/retirement").expectProblem(403, "not-allowed");
        lead.put("/api/v1/groups/order", Map.of("groupIds", offered())).expectProblem(403, "not-allowed");
        assertThat(groups.get(group).retired()).isFalse();
        var unknown = "/api/v1/groups/" + UUID.randomUUID();
        admin.get(unknown).expectProblem(404, "not-found");
        admin.put(unknown, naming("某组")).expectProblem(404, "not-found");
        admin.put(unknown + "/retirement").expectProblem(404, "not-found");
    }

    @Test
    void aNameThatIsNoneIsNamed() {
        for (var name : List.of("", " ", "长".repeat(101), "字".repeat(1_000_000))) {
            var problem = admin.post("/api/v1/groups", naming(name)).expectProblem(400, "invalid-request");
            assertThat(problem.at("/errors/0/field").asString()).isEqualTo("name");
        }
        admin.post("/api/v1/groups", naming("大".repeat(3_500_000))).expectProblem(413, "request-too-large");
        admin.post("/api/v1/groups", naming("a\u0000b")).expectProblem(400, "invalid-request");
    }

    @Test
    void aGroupIsReviewedByAnybodyElseUntilItsLeadDecidesOtherwise() {
        var group = add("评审 " + UUID.randomUUID());
        var path = "/api/v1/groups/%s/review-policy".formatted(group);
        assertThat(groups.reviewPolicy(GroupId.of(group)))
                .isEqualTo(new ReviewPolicy(List.of(ReviewStage.ANYBODY_ELSE), 3));
        var lead = academy.lead(GroupId.of(group));
        lead.put(path, Map.of("stages", List.of("OWN_LEAD", "OTHER_GROUP", "ACADEMY"), "remindAfterDays", 7))
                .expect(200);
        assertThat(groups.reviewPolicy(GroupId.of(group)))
                .isEqualTo(new ReviewPolicy(
                        List.of(ReviewStage.OWN_LEAD, ReviewStage.OTHER_GROUP, ReviewStage.ACADEMY), 7));
        assertThat(lead.get(path).expect(200).at("/stages/1").asString()).isEqualTo("OTHER_GROUP");
        assertThat(actions(group)).first().isEqualTo("review-policy-changed");
        academy.reviewer(0).put(path, policy(List.of("ACADEMY"), 3)).expectProblem(403, "not-allowed");
        academy.reviewer(0).get(path).expectProblem(403, "not-allowed");
        retire(group);
    }

    @Test
    void aReviewPolicyOfNoOrTooManyOrUnknownStagesChangesNothing() {
        var path = "/api/v1/groups/%s/review-policy".formatted(academy.group(0));
        var bad = List.of(
                policy(List.of(), 3),
                policy(Collections.nCopies(5, "ACADEMY"), 3),
                policy(List.of("FRIENDS"), 3),
                policy(Collections.singletonList(null), 3));
        for (var policy : bad) {
            var problem = admin.put(path, policy).expectProblem(400, "invalid-request");
            assertThat(problem.at("/errors/0/field").asString()).startsWith("stages");
        }
        for (var days : List.of(0, -1, 91, 1_000_000)) {
            var problem = admin.put(path, policy(List.of("ACADEMY"), days)).expectProblem(400, "invalid-request");
            assertThat(problem.at("/errors/0/field").asString()).isEqualTo("remindAfterDays");
        }
        assertThat(groups.reviewPolicy(academy.group(0)).stages()).containsExactly(ReviewStage.ANYBODY_ELSE);
    }

    private static Map<String, Object> policy(List<String> stages, int days) {
        return Map.of("stages", stages, "remindAfterDays", days);
    }

    private String add(String name) {
        return admin.post("/api/v1/groups", naming(name)).expect(201).path("id").asString();
    }

    private boolean retire(String group) {
        return admin.put("/api/v1/groups/%s/retirement".formatted(group))
                .expect(200)
                .path("retired")
                .asBoolean();
    }

    private List<String> offered() {
        return admin.get("/api/v1/groups")
                .expect(200)
                .path("items")
                .valueStream()
                .map(group -> group.path("id").asString())
                .toList();
    }

    private List<String> actions(String group) {
        return admin.get("/api/v1/audit?subjectId=" + group)
                .expect(200)
                .path("items")
                .valueStream()
                .map(entry -> entry.path("action").asString())
                .toList();
    }

    private static Map<String, Object> naming(String name) {
        return Map.of("name", name, "field", "领域");
    }

    private static Map<String, Object> newCourse() {
        return Map.of("title", "课", "summary", "", "level", "初级", "tags", List.of());
    }
}
