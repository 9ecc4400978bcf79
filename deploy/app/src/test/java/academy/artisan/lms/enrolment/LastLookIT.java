package academy.artisan.lms.enrolment;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.testing.Academy;
import academy.artisan.lms.testing.Academy.Watching;
import academy.artisan.lms.testing.Api;
import academy.artisan.lms.testing.Authored;
import academy.artisan.lms.testing.StackTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The flusher stands still: whatever is durable here was settled by a move. */
@StackTest(properties = "lms.progress.flush-interval=1h")
class LastLookIT {

    enum Move {
        TOP_UP,
        START_AGAIN;

        void of(Moves moves, CourseId courseId) {
            if (this == TOP_UP) {
                moves.topUp(courseId, 2);
            } else {
                moves.startAgain(courseId, 2);
            }
        }
    }

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Moves moves;

    @Autowired
    TransactionTemplate transaction;

    private Authored course;
    private CourseId courseId;
    private Api learner;
    private Watching watching;
    private long openedAt;

    @BeforeEach
    void enrol() {
        var academy = new Academy(context);
        course = Authored.published(academy, "在学", Academy.textOf(10));
        courseId = CourseId.of(course.courseId());
        learner = academy.learner(academy.employer("甲单位"));
        openTheLesson();
    }

    private void openTheLesson() {
        openedAt = System.nanoTime();
        watching = course.open(learner, 0);
    }

    @ParameterizedTest
    @EnumSource(Move.class)
    void whatWasCreditedRightBeforeTheMoveCompletesTheVersionThatWasLearned(Move move) {
        course.addLesson("新课", Academy.textOf(10));
        publishAndKeepLearners();
        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        watching.beat(2, 0, 10).expect(200).path("completed").asBoolean());
        assertThat(settledSeconds()).isZero();
        move.of(moves, courseId);
        var mine = mine();
        assertThat(mine.path("completed").asBoolean()).isTrue();
        assertThat(mine.path("version").asInt()).isEqualTo(1);
        assertThat(mine.path("enrolmentId").asString()).isEqualTo(watching.enrolmentId());
        assertThat(settledSeconds()).isEqualTo(10);
        assertThat(jdbc.sql("select sum(seconds) from completion.ledger where person_id = :person")
                        .param("person", Academy.idOf(learner).value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(10);
    }

    @Test
    void whoHasAReplacedLessonOpenIsToldToOpenItAgain() {
        watching.beat(1, 0, 1).expect(200);
        course.rewrite(0, Academy.textOf(20));
        publishAndKeepLearners();
        Move.TOP_UP.of(moves, courseId);
        watching.beat(2, 0, 10).expectProblem(409, "lesson-replaced");
        var again = course.open(learner, 0);
        assertThat(again.enrolmentId()).isEqualTo(watching.enrolmentId());
        assertThat(again.playback().path("text").asString()).isEqualTo(Academy.textOf(20));
        assertThat(again.beat(1, 0, 0).expect(200).path("coveredSeconds").asInt())
                .isZero();
        watching.beat(3, 0, 10).expectProblem(409, "playback-superseded");
    }

    @Test
    void whoHasAnUnchangedLessonOpenGoesOnWithoutLosingASecond() {
        await().until(() -> covered(watching.beat(1, 0, 10)) >= 2);
        course.addLesson("新课", Academy.textOf(10));
        publishAndKeepLearners();
        var before = covered(watching.beat(2, 0, 10));
        Move.TOP_UP.of(moves, courseId);
        assertThat(covered(watching.beat(3, 0, 0))).isEqualTo(before);
        await().until(() -> covered(watching.beat(4, 0, 10)) > before);
        assertThat(mine().path("version").asInt()).isEqualTo(2);
    }

    @Test
    void aMoveThatIsUndoneLetsNoTimeBeCreditedTwice() {
        course.addLesson("新课", Academy.textOf(10));
        publishAndKeepLearners();
        openTheLesson();
        await().until(() -> covered(watching.beat(1, 0, 10)) >= 3);
        transaction.executeWithoutResult(status -> {
            Move.TOP_UP.of(moves, courseId);
            status.setRollbackOnly();
        });
        assertThat(settledSeconds()).isZero();
        assertThat(covered(watching.beat(2, 0, 10))).isLessThanOrEqualTo(secondsSinceOpened());
        assertThat(mine().path("version").asInt()).isEqualTo(1);
    }

    @Test
    void whoOpensALessonOrReportsWhileBeingMovedWaitsForTheMove() throws Exception {
        course.addLesson("新课", Academy.textOf(10));
        publishAndKeepLearners();
        var address =
                "/api/v1/enrolments/%s/lessons/%s/playbacks".formatted(watching.enrolmentId(), watching.lessonId());
        whileBeingMoved(() -> watching.beat(1, 0, 10)).expectProblem(409, "enrolment-ended");
        jdbc.sql("update enrolment.enrolment set version = 1 where course_id = :course")
                .param("course", courseId.value())
                .update();
        var begun = mine().path("enrolmentId").asString();
        whileBeingMoved(() -> learner.post(address.replace(watching.enrolmentId(), begun)))
                .expectProblem(409, "enrolment-ended");
    }

    private Api.Answer whileBeingMoved(Callable<Api.Answer> request) throws Exception {
        try (var node = Executors.newSingleThreadExecutor()) {
            var answer = transaction.execute(status -> {
                Move.START_AGAIN.of(moves, courseId);
                var waits = node.submit(request);
                await().during(Duration.ofSeconds(2)).until(() -> !waits.isDone());
                return waits;
            });
            return answer.get();
        }
    }

    /** The policy of the version is KEEP for the job that publication arranges; the test moves by itself. */
    private void publishAndKeepLearners() {
        course.approve();
        course.publish(Map.of()).expect(201);
    }

    private int secondsSinceOpened() {
        return (int) Duration.ofNanos(System.nanoTime() - openedAt).toSeconds();
    }

    private static int covered(Api.Answer answer) {
        return answer.expect(200).path("coveredSeconds").asInt();
    }

    private JsonNode mine() {
        return learner.get("/api/v1/me/enrolments").expect(200).at("/items/0");
    }

    private int settledSeconds() {
        return jdbc.sql("""
                        select coalesce(sum(covered_seconds), 0) from progress.lesson_progress
                        where enrolment_id = :enrolment::uuid
                        """)
                .param("enrolment", watching.enrolmentId())
                .query(Integer.class)
                .single();
    }
}
