package academy.artisan.lms.progress.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

import academy.artisan.lms.identity.Role;
import academy.artisan.lms.organization.UnitId;
import academy.artisan.lms.progress.PlaybackId;
import academy.artisan.lms.progress.PlaybackTokens;
import academy.artisan.lms.testing.Academy;
import academy.artisan.lms.testing.Api;
import academy.artisan.lms.testing.StackTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@StackTest
class WatchPolicyIT {

    private static final List<List<Integer>> ALL = List.of(List.of(0, 30));
    private static final Map<String, Object> IN_ORDER = Map.of("maxRate", 1.5, "inOrder", true);

    /** What is asked for, then how it is refused: status, field and rule. */
    private static final String OUT_OF_BOUNDS = """
            {"maxRate": 0.99}                                                  | 400 | maxRate | DecimalMin
            {"maxRate": 2.01}                                                  | 400 | maxRate | DecimalMax
            {"maxRate": 1.125}                                                 | 400 | maxRate | Digits
            {"maxRate": "NaN"}                                                 | 400 | maxRate | Json
            {"inOrder": "perhaps"}                                             | 400 | inOrder | Json
            {"presence": {"everySeconds": 59, "answerWithinSeconds": 30}}      | 400 | presence.everySeconds | Min
            {"presence": {"everySeconds": 7201, "answerWithinSeconds": 30}}    | 400 | presence.everySeconds | Max
            {"presence": {"everySeconds": 600, "answerWithinSeconds": 14}}     | 400 | presence.answerWithinSeconds | Min
            {"presence": {"everySeconds": 600}}                                | 400 | presence.answerWithinSeconds | NotNull
            {"presence": {"answerWithinSeconds": 60}}                          | 400 | presence.everySeconds | NotNull
            {"presence": {"everySeconds": 60, "answerWithinSeconds": 90}}      | 422 | presence.answerWithinSeconds | WithinEvery
            {"dailyCapSeconds": 599}                                           | 400 | dailyCapSeconds | Min
            {"dailyCapSeconds": 86401}                                         | 400 | dailyCapSeconds | Max
            {"dailyCapSeconds": 1e99}                                          | 400 | dailyCapSeconds | Json
            """;

    @Autowired
    ApplicationContext context;

    @Autowired
    PlaybackTokens tokens;

    private Academy academy;
    private Api author;
    private UnitId employer;
    private UnitId department;

    @BeforeEach
    void anEmployerHasADepartment() {
        academy = new Academy(context);
        author = academy.author(0);
        employer = academy.employer("甲单位");
        department = academy.department(employer, "焊接车间");
    }

    private static String of(String courseId) {
        return "/api/v1/courses/%s/watch-policy".formatted(courseId);
    }

    private static String of(UnitId unit) {
        return "/api/v1/hr/units/%s/watch-policy".formatted(unit);
    }

    private String draft() {
        return academy.draft(author, 0, "规则", Academy.textOf(30));
    }

    private static Api.Answer say(Api who, String path, Object rules) {
        return who.header("If-Match", who.get(path).header("ETag")).put(path, rules);
    }

    private static Api.Answer sayFirst(Api who, String path, Object rules) {
        return who.header("If-Match", "\"0\"").put(path, rules);
    }

    private static JsonNode effective(Api learner, String courseId) {
        var enrolment = learner.post("/api/v1/enrolments", Map.of("courseId", courseId))
                .json()
                .path("enrolmentId")
                .asString();
        return learner.get("/api/v1/enrolments/%s/watch-policy".formatted(enrolment))
                .expect(200);
    }

    private static List<String> origins(JsonNode policy) {
        return StreamSupport.stream(policy.path("origins").spliterator(), false)
                .map(origin -> "%s %s %s"
                        .formatted(
                                origin.path("part").asString(),
                                origin.path("from").asString(),
                                origin.path("name").asString("-")))
                .toList();
    }

    @Test
    void authorsSayWhatTheirCourseAsksForBeforeItIsPublished() {
        var course = of(draft());
        var nothing = author.get(course);
        assertThat(nothing.expect(200).path("maxRate").isNull()).isTrue();
        assertThat(nothing.header("ETag")).isEqualTo("\"0\"");

        var said = say(author, course, IN_ORDER);
        assertThat(said.expect(200).path("maxRate").asDouble()).isEqualTo(1.5);
        assertThat(said.header("ETag")).isEqualTo("\"1\"");
        assertThat(author.get(course).json().path("changedBy").asString())
                .isEqualTo(Academy.idOf(author).toString());
        assertThat(say(author, course, IN_ORDER).header("ETag")).isEqualTo("\"1\"");
        assertThat(say(author, course, Map.of()).expect(200).path("inOrder").isNull())
                .isTrue();
    }

    @Test
    void anArticleIsReadInAnyOrderInSightAndAtTheRateOfTimeWhateverIsAsked() {
        var courseId = draft();
        say(author, of(courseId), Map.of("maxRate", 2.0, "inOrder", true, "visibleOnly", false))
                .expect(200);
        academy.publish(author, academy.reviewer(1), courseId);
        var reading = academy.watch(academy.learner(academy.employer("乙单位")), courseId);
        var policy = reading.playback().path("policy");
        assertThat(policy.path("maxRate").asDouble()).isEqualTo(1);
        assertThat(policy.path("inOrder").asBoolean()).isFalse();
        assertThat(policy.path("visibleOnly").asBoolean()).isTrue();

        var unseen = reading.beat(
                        Map.of("sequence", 1, "positionSeconds", 29, "rate", 1, "visible", false, "intervals", ALL))
                .expect(200);
        assertThat(unseen.path("creditedSeconds").asInt()).isZero();
        assertThat(unseen.at("/reasons/0/reason").asString()).isEqualTo("page-hidden");
        var seen = await().until(
                        () -> reading.beat(2, 20, 29).expect(200),
                        answer -> answer.path("coveredSeconds").asInt() > 0);
        assertThat(seen.path("creditedSeconds").asInt()).isPositive();
        assertThat(renewedPolicy(reading)).isEqualTo(new WatchPolicy(1, false, true, null, null));
    }

    /** As the token says it, whatever the player is told. */
    private WatchPolicy renewedPolicy(Academy.Watching reading) {
        var id = PlaybackId.of(reading.playback().path("playbackId").asString());
        var renewed = reading.api()
                .with(reading.playback().path("token").asString())
                .post("/api/v1/playbacks/%s/renewal".formatted(id))
                .expect(200);
        return tokens.verify(renewed.path("token").asString(), id).policy();
    }

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
    void changesAreBasedOnWhatWasRead() {
        var course = of(draft());
        author.put(course, IN_ORDER).expectProblem(428, "revision-required");
        sayFirst(author, course, IN_ORDER).expect(200);
        var late = sayFirst(author, course, Map.of("visibleOnly", true));
        assertThat(late.expectProblem(412, "watch-policy-changed-meanwhile")
                        .at("/current/inOrder")
                        .asBoolean())
                .isTrue();
        assertThat(author.get(course).json().path("visibleOnly").isNull()).isTrue();
    }

    @Test
    void oneOfManyFirstWordsIsTaken() throws Exception {
        var course = of(draft());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = IntStream.range(0, 8)
                    .mapToObj(i -> threads.submit(() -> sayFirst(author, course, Map.of("dailyCapSeconds", 3600 + i))
                            .status()))
                    .toList();
            var statuses = new ArrayList<Integer>();
            for (var answer : answers) {
                statuses.add(answer.get());
            }
            assertThat(statuses).containsOnly(200, 412).containsOnlyOnce(200);
        }
        assertThat(author.get(course).header("ETag")).isEqualTo("\"1\"");
    }

    @Test
    void whatIsOutOfBoundsIsNamedAndChangesNothing() {
        var hr = academy.hr(employer);
        OUT_OF_BOUNDS.lines().forEach(line -> {
            var said = line.split("\\s*\\|\\s*", 4);
            var problem = sayFirst(hr, of(employer), JsonMapper.shared().readTree(said[0]));
            var error = problem.expect(Integer.parseInt(said[1])).at("/errors/0");
            assertThat(error.path("field").asString() + " " + error.path("rule").asString())
                    .as(line)
                    .isEqualTo(said[2] + " " + said[3]);
        });
        assertThat(hr.get(of(employer)).header("ETag")).isEqualTo("\"0\"");
    }

    @Test
    void strictestOfCourseUnitsAndPlatformHoldsAndSaysWhoseItIs() {
        var courseId = draft();
        academy.publish(author, academy.reviewer(1), courseId);
        var learner = academy.learner(department);
        assertThat(origins(effective(learner, courseId))).containsExactly("maxRate PLATFORM -");

        sayFirst(author, of(courseId), IN_ORDER).expect(200);
        var hr = academy.hr(employer);
        sayFirst(hr, of(employer), Map.of("dailyCapSeconds", 3600, "presence", presence(900, 30)))
                .expect(200);
        sayFirst(hr, of(department), Map.of("maxRate", 1.25, "presence", presence(600, 60), "dailyCapSeconds", 7200))
                .expect(200);

        var policy = effective(learner, courseId);
        assertThat(policy.path("maxRate").asDouble()).isEqualTo(1.25);
        assertThat(policy.path("inOrder").asBoolean()).isTrue();
        assertThat(policy.path("visibleOnly").asBoolean()).isFalse();
        assertThat(policy.at("/presence/everySeconds").asInt()).isEqualTo(600);
        assertThat(policy.at("/presence/answerWithinSeconds").asInt()).isEqualTo(30);
        assertThat(policy.path("dailyCapSeconds").asInt()).isEqualTo(3600);
        assertThat(origins(policy))
                .containsExactlyInAnyOrder(
                        "maxRate UNIT 焊接车间",
                        "inOrder COURSE 规则",
                        "presence.everySeconds UNIT 焊接车间",
                        "presence.answerWithinSeconds UNIT 甲单位",
                        "dailyCapSeconds UNIT 甲单位");

        var colleague = effective(academy.learner(employer), courseId);
        assertThat(colleague.path("maxRate").asDouble()).isEqualTo(1.5);
        assertThat(colleague.at("/presence/everySeconds").asInt()).isEqualTo(900);
        var stranger = effective(academy.learner(academy.employer("乙单位")), courseId);
        assertThat(origins(stranger)).containsExactlyInAnyOrder("maxRate COURSE 规则", "inOrder COURSE 规则");
        assertThat(stranger.path("presence").isNull()).isTrue();
        assertThat(effective(author, courseId).path("maxRate").asDouble()).isEqualTo(1.5);
    }

    private static Map<String, Integer> presence(int every, int answerWithin) {
        return Map.of("everySeconds", every, "answerWithinSeconds", answerWithin);
    }

    @Test
    void playbacksBeginUnderWhatHoldsAndFollowWhenTheirTokenIsRenewed() {
        var courseId = academy.published("规则", Academy.textOf(30));
        var group = academy.lead(academy.group(0));
        sayFirst(group, of(courseId), Map.of("dailyCapSeconds", 3600)).expect(200);
        var watching = academy.watch(academy.learner(department), courseId);
        assertThat(watching.playback().at("/policy/dailyCapSeconds").asInt()).isEqualTo(3600);

        say(group, of(courseId), Map.of("presence", presence(60, 15))).expect(200);
        var renewed = academy.nobody()
                .with(watching.playback().path("token").asString())
                .post("/api/v1/playbacks/%s/renewal"
                        .formatted(watching.playback().path("playbackId").asString()))
                .expect(200);
        assertThat(renewed.at("/policy/presence/everySeconds").asInt()).isEqualTo(60);
        assertThat(renewed.at("/policy/dailyCapSeconds").isNumber()).isFalse();
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

    @Test
    void everyChangeIsOnRecordWithWhatWasBefore() {
        var courseId = draft();
        sayFirst(author, of(courseId), IN_ORDER).expect(200);
        say(author, of(courseId), Map.of("visibleOnly", true)).expect(200);
        var trail = academy.admin()
                .get("/api/v1/audit?subjectKind=course&action=watch-policy-changed&subjectId=" + courseId)
                .expect(200)
                .path("items");
        assertThat(trail.size()).isEqualTo(2);
        assertThat(trail.at("/0/details/before/maxRate").asDouble()).isEqualTo(1.5);
        assertThat(trail.at("/0/details/after/visibleOnly").asBoolean()).isTrue();
        assertThat(trail.at("/0/details/after").has("maxRate")).isFalse();
        assertThat(trail.at("/1/details/before").isEmpty()).isTrue();
        assertThat(trail.at("/0/personId").asString())
                .isEqualTo(Academy.idOf(author).toString());
        var hr = academy.hr(employer);
        sayFirst(hr, of(employer), Map.of("visibleOnly", true)).expect(200);
        assertThat(academy.admin()
                        .get("/api/v1/audit?subjectKind=unit&subjectId=" + employer)
                        .expect(200)
                        .path("items")
                        .size())
                .isEqualTo(1);
    }

    @Test
    void whoDeclaresIsToldWhatComesOfIt() {
        var hr = academy.hr(employer);
        sayFirst(hr, of(employer), Map.of("dailyCapSeconds", 7_200)).expect(200);
        sayFirst(hr, of(department), Map.of("visibleOnly", true, "dailyCapSeconds", 14_400))
                .expect(200);
        var unit = hr.get(of(department) + "/in-force").expect(200);
        assertThat(unit.path("mayChange").asBoolean()).isTrue();
        assertThat(origins(unit.path("inForce")))
                .containsExactly("maxRate PLATFORM -", "visibleOnly UNIT 焊接车间", "dailyCapSeconds UNIT 甲单位");
        assertThat(unit.at("/inForce/dailyCapSeconds").asInt()).isEqualTo(7_200);
        assertThat(origins(unit.path("otherwise"))).containsExactly("maxRate PLATFORM -", "dailyCapSeconds UNIT 甲单位");

        var course = draft();
        sayFirst(author, of(course), IN_ORDER).expect(200);
        var member = academy.member(Role.REVIEWER, academy.group(0));
        var seen = member.get(of(course) + "/in-force").expect(200);
        assertThat(seen.path("mayChange").asBoolean()).isFalse();
        assertThat(origins(seen.path("inForce"))).containsExactly("maxRate COURSE -", "inOrder COURSE -");
        assertThat(seen.at("/otherwise/maxRate").asDouble()).isEqualTo(1.0);
        assertThat(author.get(of(course) + "/in-force").json().path("mayChange").asBoolean())
                .isTrue();
        academy.author(1).get(of(course) + "/in-force").expectProblem(404, "not-found");
        academy.hr(academy.employer("乙单位")).get(of(department) + "/in-force").expectProblem(403, "not-allowed");
    }
}
