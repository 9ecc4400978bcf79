package academy.artisan.lms.authoring.group;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import academy.artisan.lms.course.GroupId;
import academy.artisan.lms.identity.People;
import academy.artisan.lms.identity.PersonId;
import academy.artisan.lms.identity.Role;
import academy.artisan.lms.testing.Academy;
import academy.artisan.lms.testing.Api;
import academy.artisan.lms.testing.RequestWork;
import academy.artisan.lms.testing.StackTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

@StackTest
class GroupMembersIT {

    @Autowired
    ApplicationContext context;

    @Autowired
    People people;

    @Autowired
    RequestWork work;

    private Academy academy;
    private Api admin;
    private GroupId group;
    private Api lead;
    private String path;

    @BeforeEach
    void foundAGroupWithALead() {
        academy = new Academy(context);
        admin = academy.admin();
        group = academy.newGroup(admin);
        lead = academy.lead(group);
        path = "/api/v1/groups/%s/members".formatted(group);
    }

    @Test
    void aLeadFindsAColleagueByUserNameWhoIsToldAndCanWriteFromThenOn() {
        var colleague = academy.author(0);
        var me = colleague.get("/api/v1/me").expect(200);
        var added = lead.post(path, Map.of("username", me.path("username").asString(), "roles", List.of("AUTHOR")));
        assertThat(added.expect(201).at("/roles/0").asString()).isEqualTo("AUTHOR");
        assertThat(added.header("Location")).endsWith(me.path("personId").asString());
        colleague
                .post(
                        "/api/v1/groups/%s/courses".formatted(group),
                        Map.of("title", "课", "summary", "", "level", "初级", "tags", List.of()))
                .expect(201);
        assertThat(colleague.get("/api/v1/me").expect(200).path("groups").size())
                .as("somebody may be in several groups")
                .isEqualTo(2);
        var notice = colleague.get("/api/v1/me/notices").expect(200).at("/items/0");
        assertThat(notice.path("kind").asString()).isEqualTo("group-joined");
        assertThat(notice.path("link").asString()).isEqualTo("/api/v1/groups/" + group);
    }

    @Test
    void rolesAreExactlyThoseThatWereGivenLast() {
        var colleague = Academy.idOf(academy.author(0));
        lead.put(path + "/" + colleague, roles("AUTHOR", "REVIEWER")).expect(200);
        lead.put(path + "/" + colleague, roles("REVIEWER", "LEAD")).expect(200);
        assertThat(rolesOf(colleague)).containsExactly("LEAD", "REVIEWER");
        lead.put(path + "/" + colleague, roles("REVIEWER", "LEAD")).expect(200);
        lead.delete(path + "/" + colleague).expect(204);
        assertThat(rolesOf(colleague)).isEmpty();
        lead.delete(path + "/" + colleague).expectProblem(404, "not-found");
        var trail = lead.get("/api/v1/groups/%s/audit".formatted(group))
                .expect(200)
                .path("items")
                .valueStream()
                .map(entry -> entry.path("action").asString());
        assertThat(trail).containsExactly("member-removed", "member-roles-changed", "member-added", "group-added");
    }

    @Test
    void whatSomebodyIsElsewhereStays() {
        var colleague = academy.author(0);
        var unit = academy.employer("单位 " + UUID.randomUUID());
        people.grant(Academy.idOf(colleague), Role.HR, unit);
        lead.put(path + "/" + Academy.idOf(colleague), roles("AUTHOR")).expect(200);
        lead.delete(path + "/" + Academy.idOf(colleague)).expect(204);
        var roles = colleague.get("/api/v1/me").expect(200).path("roles").toString();
        assertThat(roles).contains("HR", "AUTHOR");
    }

    @Test
    void theLastLeadStaysUnlessAnAdministratorRemovesIt() {
        var me = Academy.idOf(lead);
        lead.delete(path + "/" + me).expectProblem(409, "last-lead");
        lead.put(path + "/" + me, roles("AUTHOR")).expectProblem(409, "last-lead");
        assertThat(rolesOf(me)).containsExactly("LEAD");
        var second = academy.lead(group);
        lead.delete(path + "/" + me).expect(204);
        lead.put(path + "/" + me, roles("LEAD")).expectProblem(403, "not-allowed");
        admin.delete(path + "/" + Academy.idOf(second)).expect(204);
        assertThat(admin.get(path).expect(200).path("items").isEmpty()).isTrue();
    }

    @Test
    void leadsWhoRemoveEachOtherAtOnceLeaveALead() throws Exception {
        for (var round = 0; round < 5; round++) {
            var target = academy.newGroup(admin);
            var members = "/api/v1/groups/%s/members/".formatted(target);
            var leads = IntStream.range(0, 4)
                    .mapToObj(number -> academy.lead(target))
                    .toList();
            var ids = leads.stream().map(Academy::idOf).toList();
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                threads.invokeAll(IntStream.range(0, 4)
                        .<Callable<Integer>>mapToObj(number -> () -> leads.get(number)
                                .delete(members + ids.get((number + 1) % 4))
                                .status())
                        .toList());
                threads.invokeAll(IntStream.range(0, 4)
                        .<Callable<Integer>>mapToObj(number -> () -> leads.get(number)
                                .delete(members + ids.get(number))
                                .status())
                        .toList());
            }
            assertThat(admin.get("/api/v1/groups/%s/members".formatted(target))
                            .expect(200)
                            .path("items"))
                    .isNotEmpty();
        }
    }

    @Test
    void membersLookAndOnlyLeadsChange() {
        var author = academy.member(Role.AUTHOR, group);
        var stranger = academy.reviewer(0);
        assertThat(author.get(path).expect(200).path("items").size()).isEqualTo(2);
        stranger.get(path).expectProblem(403, "not-allowed");
        var someone = path + "/" + Academy.idOf(stranger);
        for (var other : List.of(author, stranger)) {
            other.put(someone, roles("LEAD")).expectProblem(403, "not-allowed");
            other.delete(path + "/" + Academy.idOf(lead)).expectProblem(403, "not-allowed");
            other.post(path, Map.of("username", "admin", "roles", List.of("LEAD")))
                    .expectProblem(403, "not-allowed");
        }
        assertThat(rolesOf(Academy.idOf(lead))).containsExactly("LEAD");
    }

    @Test
    void whoOrWhatDoesNotExistIsNamed() {
        lead.put(path + "/" + UUID.randomUUID(), roles("AUTHOR")).expectProblem(404, "not-found");
        var nobody = lead.post(path, Map.of("username", "nobody", "roles", List.of("AUTHOR")))
                .expectProblem(422, "invalid-fields");
        assertThat(nobody.at("/errors/0/field").asString()).isEqualTo("username");
        var me = path + "/" + Academy.idOf(lead);
        for (var role : List.of("ADMIN", "HR", "KING")) {
            var problem = lead.put(me, roles(role)).expectProblem(400, "invalid-request");
            assertThat(problem.at("/errors/0/field").asString()).startsWith("roles");
        }
        lead.put(me, roles()).expectProblem(400, "invalid-request");
        lead.put(me, Map.of()).expectProblem(400, "invalid-request");
        admin.get("/api/v1/groups/%s/members".formatted(UUID.randomUUID())).expectProblem(404, "not-found");
    }

    @Test
    void aListOfManyMembersCostsNoMoreThanOfOne() {
        work.reset();
        admin.get(path).expect(200);
        var ofOne = work.counted().sqlStatements();
        IntStream.range(0, 20).forEach(number -> academy.member(Role.AUTHOR, group));
        work.reset();
        assertThat(admin.get(path).expect(200).path("items").size()).isEqualTo(21);
        assertThat(work.counted().sqlStatements()).isEqualTo(ofOne).isLessThanOrEqualTo(3);
    }

    private List<String> rolesOf(PersonId person) {
        return admin.get(path)
                .expect(200)
                .path("items")
                .valueStream()
                .filter(member -> member.path("personId").asString().equals(person.toString()))
                .flatMap(member -> member.path("roles").valueStream())
                .map(JsonNode::asString)
                .toList();
    }

    private static Map<String, Object> roles(String... roles) {
        return Map.of("roles", List.of(roles));
    }
}
