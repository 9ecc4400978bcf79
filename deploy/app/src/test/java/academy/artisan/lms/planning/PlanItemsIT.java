package academy.artisan.lms.planning;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import academy.artisan.lms.course.GroupId;
import academy.artisan.lms.identity.PersonId;
import academy.artisan.lms.identity.Role;
import academy.artisan.lms.testing.Academy;
import academy.artisan.lms.testing.Api;
import academy.artisan.lms.testing.StackTest;
import org.assertj.core.api.ListAssert;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

@StackTest
class PlanItemsIT {

    @Autowired
    ApplicationContext context;

    private Academy academy;
    private Api admin;
    private GroupId group;
    private Api lead;
    private Api owner;
    private PersonId ownerId;
    private String plan;

    @BeforeEach
    void foundAGroup() {
        academy = new Academy(context);
        admin = academy.admin();
        group = academy.newGroup(admin);
        lead = academy.lead(group);
        owner = academy.member(Role.AUTHOR, group);
        ownerId = Academy.idOf(owner);
        plan = "/api/v1/groups/%s/plans/2026".formatted(group);
    }

    @Test
    void aLeadPlansAndEveryMemberSeesIt() {
        var answer = lead.post(plan + "/items", Plans.item(ownerId));
        var added = answer.expect(201);
        assertThat(answer.header("ETag")).isEqualTo("\"1\"");
        assertThat(answer.header("Location")).isEqualTo(path(added));
        var seen = academy.member(Role.REVIEWER, group).get(path(added)).expect(200);
        assertThat(seen).isEqualTo(added);
        assertThat(seen.path("ownerName").asString()).isEqualTo("某人");
        assertThat(seen.path("year").asInt()).isEqualTo(2026);
        assertThat(owner.get(plan).expect(200).at("/items/0")).isEqualTo(added);
    }

    @Test
    void theOwnerKeepsItUpToDateAndEveryChangeIsInTheTrail() {
        var item = add(Plans.item(ownerId));
        var changed = Plans.item(ownerId, "state", "DONE");
        changed.put("milestones", List.of(Plans.milestone("2026-04-30", "2026-01-15")));
        changed.put("outcomes", List.of(Plans.outcome("SESSION", null, "https://example.org/s")));
        var answer = owner.header("If-Match", "\"1\"").put(path(item), changed);
        assertThat(answer.expect(200).path("state").asString()).isEqualTo("DONE");
        assertThat(answer.header("ETag")).isEqualTo("\"2\"");
        owner.header("If-Match", "\"2\"").delete(path(item)).expect(204);
        owner.get(path(item)).expectProblem(404, "not-found");
        var trail = lead.get("/api/v1/groups/%s/audit?subjectKind=plan-item".formatted(group))
                .expect(200)
                .path("items");
        assertThat(trail.valueStream().map(entry -> entry.path("action").asString()))
                .containsExactly("plan-item-removed", "plan-item-changed", "plan-item-added");
        assertThat(trail.at("/1/details").propertyNames()).containsExactlyInAnyOrder("state", "milestones", "outcomes");
        assertThat(trail.at("/1/details/state/before").asString()).isEqualTo("PLANNED");
    }

    @Test
    void ofManyEditorsAtOnceExactlyOneWinsAndTheOthersSeeWhatIsThere() throws Exception {
        var item = add(Plans.item(ownerId));
        try (var editors = Executors.newVirtualThreadPerTaskExecutor()) {
            var saves = editors.invokeAll(IntStream.range(0, 20)
                    .<Callable<Api.Answer>>mapToObj(editor -> () -> lead.header("If-Match", "\"1\"")
                            .put(path(item), Plans.item(ownerId, "title", "题目 " + editor)))
                    .toList());
            assertThat(saves)
                    .extracting(save -> save.get().status())
                    .containsOnlyOnce(200)
                    .containsOnly(200, 412);
            var winner = lead.get(path(item)).expect(200);
            for (var save : saves) {
                if (save.get().status() == 412) {
                    var problem = save.get().expectProblem(412, "plan-item-changed-meanwhile");
                    assertThat(problem.path("current")).isEqualTo(winner);
                }
            }
        }
    }

    @Test
    void aChangeSaysWhatItIsBasedOn() {
        var item = add(Plans.item(ownerId));
        lead.put(path(item), Plans.item(ownerId)).expectProblem(428, "revision-required");
        lead.delete(path(item)).expectProblem(428, "revision-required");
        lead.header("If-Match", "\"7\"").delete(path(item)).expectProblem(412, "plan-item-changed-meanwhile");
        lead.header("If-Match", "other").put(path(item), Plans.item(ownerId)).expect(412);
        assertThat(lead.get(path(item)).expect(200)).isEqualTo(item);
    }

    @Test
    void whoIsNeitherLeadNorOwnerChangesNothing() {
        var item = add(Plans.item(ownerId));
        var colleague = academy.member(Role.AUTHOR, group).header("If-Match", "\"1\"");
        colleague.put(path(item), Plans.item(ownerId)).expectProblem(403, "not-allowed");
        colleague.delete(path(item)).expectProblem(403, "not-allowed");
        colleague.post(plan + "/items", Plans.item(ownerId)).expectProblem(403, "not-allowed");
        colleague.post(plan + "/carry-over").expectProblem(403, "not-allowed");
        var stranger = academy.reviewer(0).header("If-Match", "\"1\"");
        stranger.get(path(item)).expectProblem(404, "not-found");
        stranger.put(path(item), Plans.item(ownerId)).expectProblem(404, "not-found");
        stranger.get(plan).expectProblem(403, "not-allowed");
        academy.nobody().get(plan).expectProblem(401, "log-in-required");
        assertThat(admin.get(path(item)).expect(200)).isEqualTo(item);
    }

    @Test
    void anOwnerWhoLeftTheGroupHasNoSayAnyMore() {
        var item = add(Plans.item(ownerId));
        lead.delete("/api/v1/groups/%s/members/%s".formatted(group, ownerId)).expect(204);
        owner.header("If-Match", "\"1\"").put(path(item), Plans.item(ownerId)).expectProblem(404, "not-found");
    }

    @Test
    void aCourseOfTheGroupIsAnOutcomeWithItsTitle() {
        var course = draft(owner, group, "我们的课");
        var foreign = academy.draft(academy.author(0), 0, "别的课", "文");
        var item = add(Plans.item(ownerId, "outcomes", List.of(Plans.outcome("COURSE", course, null))));
        assertThat(item.at("/outcomes/0/title").asString()).isEqualTo("我们的课");
        for (var courseId : new @Nullable String[] {foreign, UUID.randomUUID().toString(), null}) {
            refused(Plans.item(ownerId, "outcomes", List.of(Plans.outcome("COURSE", courseId, null))), 422)
                    .contains("outcomes[0].courseId");
        }
        refused(Plans.item(ownerId, "outcomes", List.of(Plans.outcome("DOCUMENT", course, null))), 422)
                .contains("outcomes[0].courseId");
    }

    @ParameterizedTest
    @CsvSource({
        "javascript:alert(1)",
        "ftp://example.org/a",
        "example.org",
        "https:///nowhere",
        "http://exa mple.org",
        "'//example.org'",
        "data:text/html;base64;x"
    })
    void aLinkLeadsToAWebAddress(String link) {
        refused(Plans.item(ownerId, "outcomes", List.of(Plans.outcome("DOCUMENT", null, link))), 422)
                .contains("outcomes[0].link");
    }

    @ParameterizedTest
    @CsvSource({
        "fromMonth,0,400",
        "fromMonth,13,400",
        "toMonth,13,400",
        "toMonth,2,422",
        "kind,HOBBY,400",
        "state,LOST,400",
        "ownerId,me,400",
        "ownerId,019a0000-0000-7000-8000-000000000000,422",
        "reason,weil,422",
        "title,'',400",
        "title,' ',400",
        "milestones,none,400"
    })
    void aFieldThatBreaksARuleIsNamedAndNothingIsAdded(String field, String value, int status) {
        refused(Plans.item(ownerId, field, value), status).contains(field);
    }

    @Test
    void whatIsMissingOrMuchTooLongIsNamed() {
        for (var field : List.of("kind", "title", "description", "ownerId", "fromMonth", "toMonth", "milestones")) {
            refused(Plans.item(ownerId, field, null), 400).contains(field);
        }
        refused(Plans.item(ownerId, "title", "长".repeat(201)), 400).contains("title");
        refused(Plans.item(ownerId, "title", "长".repeat(1_000_000)), 400).contains("title");
        lead.post(plan + "/items", Plans.item(ownerId, "title", "x".repeat(10 * 1024 * 1024)))
                .expectProblem(413, "request-too-large");
        var many = IntStream.range(0, 51)
                .mapToObj(number -> Plans.milestone("2026-05-01", null))
                .toList();
        refused(Plans.item(ownerId, "milestones", many), 400).contains("milestones");
    }

    @Test
    void milestonesLieInTheYearAndAreNotReachedInTheFuture() {
        for (var dueOn : List.of("2025-12-31", "2027-01-01", "+999999999-12-31")) {
            refused(Plans.item(ownerId, "milestones", List.of(Plans.milestone(dueOn, null))), 422)
                    .contains("milestones[0].dueOn");
        }
        refused(Plans.item(ownerId, "milestones", List.of(Plans.milestone("2026-13-01", null))), 400)
                .contains("milestones[0].dueOn");
        for (var doneOn : List.of("9999-01-01", "-4000-01-01")) {
            refused(Plans.item(ownerId, "milestones", List.of(Plans.milestone("2026-05-01", doneOn))), 422)
                    .contains("milestones[0].doneOn");
        }
    }

    @Test
    void doneMeansEveryMilestoneAndGivenUpNeedsAReason() {
        var open = Plans.item(ownerId, "milestones", List.of(Plans.milestone("2026-05-01", null)));
        open.put("state", "DONE");
        refused(open, 422).contains("state");
        refused(Plans.item(ownerId, "state", "GIVEN_UP"), 422).contains("reason");
        var givenUp = Plans.item(ownerId, "state", "GIVEN_UP");
        givenUp.put("reason", "经费不足");
        assertThat(add(givenUp).path("reason").asString()).isEqualTo("经费不足");
    }

    @ParameterizedTest
    @CsvSource({"1999", "2101", "99999", "0", "-1"})
    void aYearOutOfReachIsNamed(String year) {
        var path = "/api/v1/groups/%s/plans/%s".formatted(group, year);
        for (var answer : List.of(lead.get(path), lead.post(path + "/items", Plans.item(ownerId)))) {
            assertThat(answer.expectProblem(400, "invalid-request")
                            .at("/errors/0/field")
                            .asString())
                    .isEqualTo("year");
        }
    }

    @Test
    void aRetiredGroupPlansNothingNewButItsPlanStaysReadable() {
        var item = add(Plans.item(ownerId));
        admin.put("/api/v1/groups/%s/retirement".formatted(group)).expect(200);
        lead.post(plan + "/items", Plans.item(ownerId)).expectProblem(409, "group-retired");
        lead.post(plan + "/carry-over").expectProblem(409, "group-retired");
        assertThat(owner.get(plan).expect(200).at("/items/0/id")).isEqualTo(item.path("id"));
    }

    private JsonNode add(Map<String, @Nullable Object> item) {
        return lead.post(plan + "/items", item).expect(201);
    }

    /** The fields that the problem names; nothing was added. */
    private ListAssert<String> refused(Map<String, @Nullable Object> item, int status) {
        var before = lead.get(plan).expect(200).path("items").size();
        var problem = lead.post(plan + "/items", item).expect(status);
        assertThat(lead.get(plan).expect(200).path("items").size()).isEqualTo(before);
        return assertThat(problem.path("errors")
                .valueStream()
                .map(error -> error.path("field").asString())
                .toList());
    }

    private static String draft(Api author, GroupId group, String title) {
        return author.post(
                        "/api/v1/groups/%s/courses".formatted(group),
                        Map.of("title", title, "summary", "", "level", "初级", "tags", List.of()))
                .expect(201)
                .path("courseId")
                .asString();
    }

    private static String path(JsonNode item) {
        return "/api/v1/plan-items/" + item.path("id").asString();
    }
}
