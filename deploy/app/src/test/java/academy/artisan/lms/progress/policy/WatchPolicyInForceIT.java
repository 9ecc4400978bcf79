package academy.artisan.lms.progress.policy;

import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

import academy.artisan.lms.identity.Role;
import academy.artisan.lms.progress.PlaybackId;
import academy.artisan.lms.progress.PlaybackTokens;
import academy.artisan.lms.testing.Academy;
import academy.artisan.lms.testing.Api;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What holds, of all that is said. */
class WatchPolicyInForceIT extends WatchPolicyStory {

    private static final List<List<Integer>> ALL = List.of(List.of(0, 30));

    @Autowired
    PlaybackTokens tokens;

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
