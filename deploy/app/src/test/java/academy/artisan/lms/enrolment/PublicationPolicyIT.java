package academy.artisan.lms.enrolment;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

import academy.artisan.lms.organization.UnitId;
import academy.artisan.lms.progress.ProgressSettled;
import academy.artisan.lms.testing.Academy;
import academy.artisan.lms.testing.Academy.Watching;
import academy.artisan.lms.testing.Api;
import academy.artisan.lms.testing.Authored;
import academy.artisan.lms.testing.StackTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@StackTest
class PublicationPolicyIT {

    @Autowired
    ApplicationContext context;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    private Academy academy;
    private UnitId employer;
    private Api learner;

    @BeforeEach
    void openAcademy() {
        academy = new Academy(context);
        employer = academy.employer("甲单位");
        learner = academy.learner(employer);
    }

    @Test
    void keptLearnersStayInTheirVersionAndNewOnesTakeTheNew() {
        var course = Authored.published(academy, "保留", "一", "二");
        course.enrol(learner);
        course.rewrite(1, "新");
        course.revise("KEEP");
        var newcomer = academy.learner(employer);
        course.enrol(newcomer);
        assertThat(mine(newcomer).path("version").asInt()).isEqualTo(2);
        await().during(Duration.ofSeconds(3))
                .until(() -> mine(learner).path("version").asInt() == 1);
    }

    @Test
    void toppedUpLearnersKeepWhatDidNotChangeAndGoOnInTheSamePlayback() {
        var course = Authored.published(academy, "补学", Academy.textOf(10), Academy.textOf(20));
        var replaced = course.open(learner, 1);
        watch(replaced, 20, 2);
        var unchanged = course.open(learner, 0);
        watch(unchanged, 10, 2);
        course.rewrite(1, Academy.textOf(30));
        course.addLesson("新课", Academy.textOf(10));
        course.revise("TOP_UP");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> mine(learner).path("version").asInt() == 2);
        assertThat(mine(learner).path("enrolmentId").asString()).isEqualTo(unchanged.enrolmentId());

        watch(unchanged, 10, 10);
        var progress = progressOf(unchanged.enrolmentId()).expect(200);
        assertThat(progress.path("version").asInt()).isEqualTo(2);
        assertThat(progress.at("/lessons/0/completed").asBoolean()).isTrue();
        assertThat(progress.at("/lessons/1/coveredSeconds").asInt()).isZero();
        assertThat(progress.path("completed").asBoolean()).isFalse();
        await().atMost(Duration.ofSeconds(10)).until(() -> settledSeconds(unchanged, course.lesson(0)) == 10);

        course.removeLesson(2);
        course.removeLesson(1);
        course.revise("TOP_UP");
        var completed = await().atMost(Duration.ofSeconds(30))
                .until(() -> mine(learner), own -> own.path("completed").asBoolean());
        assertThat(completed.path("version").asInt()).isEqualTo(3);
        assertThat(jdbc.sql("select count(*) from completion.ledger where enrolment_id = :id and seconds = 10")
                        .param("id", UUID.fromString(unchanged.enrolmentId()))
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void whatIsShownAgainInALaterVersionIsCreditedAsBefore() {
        var course = Authored.published(academy, "复原", Academy.textOf(20), Academy.textOf(20));
        watch(course.open(learner, 1), 20, 2);
        watch(course.open(learner, 0), 20, 2);
        var first = course.draft();
        course.rewrite(0, Academy.textOf(30));
        course.removeLesson(1);
        course.revise("KEEP");
        var inSecond = academy.learner(employer);
        course.enrol(inSecond);
        course.save(first);
        course.addLesson("新课", "文");
        var preview = course.author().get(course.path("publications/preview")).expect(200);
        assertThat(outcomes(preview.path("lessons"))).containsExactly("BEGINS_ANEW", "NEW", "NEW");
        assertThat(preview.at("/lessonsByVersion/0/version").asInt()).isEqualTo(1);
        assertThat(preview.at("/lessonsByVersion/0/learners").asInt()).isEqualTo(1);
        assertThat(outcomes(preview.at("/lessonsByVersion/0/lessons")))
                .containsExactly("KEEPS_PROGRESS", "KEEPS_PROGRESS", "NEW");
        assertThat(outcomes(preview.at("/lessonsByVersion/1/lessons"))).containsExactly("BEGINS_ANEW", "NEW", "NEW");

        course.revise("TOP_UP");
        var own = await().atMost(Duration.ofSeconds(30))
                .until(() -> mine(learner), line -> line.path("version").asInt() == 3);
        var lessons = progressOf(own.path("enrolmentId").asString()).expect(200).path("lessons");
        assertThat(lessons.at("/0/coveredSeconds").asInt()).isGreaterThanOrEqualTo(2);
        assertThat(lessons.at("/1/coveredSeconds").asInt()).isGreaterThanOrEqualTo(2);
    }

    private static List<String> outcomes(JsonNode lessons) {
        return lessons.valueStream()
                .map(lesson -> lesson.path("outcome").asString())
                .toList();
    }

    @Test
    void whoStartsAgainHasNothingCoveredAndTheOldEnrolmentStaysAsEvidence() {
        var course = Authored.published(academy, "重学", Academy.textOf(20));
        var watching = course.open(learner, 0);
        watch(watching, 20, 3);
        awaitReport(course, line -> line.path("percent").asInt() > 0);
        course.addLesson("新课", "文");
        course.revise("START_AGAIN");
        var begun = await().atMost(Duration.ofSeconds(30))
                .until(() -> mine(learner), own -> own.path("version").asInt() == 2)
                .path("enrolmentId")
                .asString();
        assertThat(begun).isNotEqualTo(watching.enrolmentId());

        var refused = progressOf(watching.enrolmentId()).expectProblem(409, "enrolment-ended");
        assertThat(refused.path("enrolmentId").asString()).isEqualTo(begun);
        learner.post("/api/v1/enrolments/%s/lessons/%s/playbacks"
                        .formatted(watching.enrolmentId(), watching.lessonId()))
                .expectProblem(409, "enrolment-ended");
        var explanation = learner.get("/api/v1/enrolments/%s/explanation".formatted(watching.enrolmentId()))
                .expect(200);
        assertThat(explanation.at("/lessons/0/coveredSeconds").asInt()).isGreaterThanOrEqualTo(3);
        assertThat(explanation.at("/lessons/0/playbacks").size()).isEqualTo(1);
        assertThat(explanation.path("replacedBy").asString()).isEqualTo(begun);

        var heartbeat = await().atMost(Duration.ofSeconds(15))
                .until(() -> watching.beat(9, 0, 20), answer -> answer.status() == 409);
        assertThat(heartbeat
                        .expectProblem(409, "enrolment-ended")
                        .path("enrolmentId")
                        .asString())
                .isEqualTo(begun);
        assertThat(progressOf(begun).expect(200).at("/lessons/0/coveredSeconds").asInt())
                .isZero();
        assertThat(course.enrol(learner)).isEqualTo(begun);

        awaitReport(
                course,
                line -> line.path("percent").asInt() == 0
                        && line.path("state").asString().equals("NOT_STARTED"));
        tellAgain(watching);
        await().during(Duration.ofSeconds(3))
                .atMost(Duration.ofSeconds(10))
                .until(() -> report(course).path("percent").asInt() == 0);
    }

    @Test
    void whoCompletedStaysCompletedInTheVersionThatWasCompleted() {
        var course = Authored.published(academy, "已完成", Academy.textOf(10));
        var watching = course.open(learner, 0);
        watch(watching, 10, 10);
        course.addLesson("新课", Academy.textOf(10));
        course.revise("START_AGAIN");
        var newcomer = academy.learner(employer);
        course.enrol(newcomer);
        course.rewrite(1, "又改");
        course.revise("TOP_UP");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> mine(newcomer).path("version").asInt() == 3);
        await().atMost(Duration.ofSeconds(10))
                .until(() -> mine(learner).path("completed").asBoolean());
        assertThat(mine(learner).path("version").asInt()).isEqualTo(1);
        assertThat(mine(learner).path("enrolmentId").asString()).isEqualTo(watching.enrolmentId());
        awaitReport(course, line -> line.path("state").asString().equals("COMPLETED"));
    }

    private void tellAgain(Watching watching) {
        var ended = EnrolmentId.of(watching.enrolmentId());
        transaction.executeWithoutResult(status -> events.publishEvent(new ProgressSettled(List.of(ended))));
    }

    /** Claims the whole lesson until so many seconds of it are covered. */
    private static void watch(Watching watching, int duration, int seconds) {
        await().atMost(Duration.ofSeconds(40))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> watching.beat(2, 0, duration)
                                .expect(200)
                                .path("coveredSeconds")
                                .asInt()
                        >= seconds);
    }

    private static JsonNode mine(Api person) {
        var mine = person.get("/api/v1/me/enrolments").expect(200).path("items");
        assertThat(mine.size()).isEqualTo(1);
        return mine.get(0);
    }

    private Api.Answer progressOf(String enrolmentId) {
        return learner.get("/api/v1/enrolments/%s/progress".formatted(enrolmentId));
    }

    private int settledSeconds(Watching watching, String lessonId) {
        return jdbc.sql("""
                        select covered_seconds from progress.lesson_progress
                        where enrolment_id = :enrolment and lesson_id = :lesson
                        """)
                .param("enrolment", UUID.fromString(watching.enrolmentId()))
                .param("lesson", UUID.fromString(lessonId))
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    private void awaitReport(Authored course, Predicate<JsonNode> wanted) {
        await().atMost(Duration.ofSeconds(20)).until(() -> wanted.test(report(course)));
    }

    /** HR's line about the learner. */
    private JsonNode report(Authored course) {
        var person = Academy.idOf(learner).toString();
        var page = academy.hr(employer)
                .get("/api/v1/hr/units/%s/completions?courseId=%s".formatted(employer, course.courseId()))
                .expect(200);
        for (var line : page.path("items")) {
            if (line.path("personId").asString().equals(person)) {
                return line;
            }
        }
        return page;
    }
}
