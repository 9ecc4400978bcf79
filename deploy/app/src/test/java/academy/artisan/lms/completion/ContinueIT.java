package academy.artisan.lms.completion;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import academy.artisan.lms.testing.Academy;
import academy.artisan.lms.testing.Api;
import academy.artisan.lms.testing.Authored;
import academy.artisan.lms.testing.RequestWork;
import academy.artisan.lms.testing.RequestWork.Counted;
import academy.artisan.lms.testing.StackTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@StackTest
class ContinueIT {

    @Autowired
    ApplicationContext context;

    @Autowired
    RequestWork work;

    private Academy academy;
    private Api learner;

    @BeforeEach
    void enter() {
        academy = new Academy(context);
        learner = academy.learner(academy.employer("单位"));
    }

    @Test
    void theLessonThatWasOpenedLastIsThereAtOnceForEachCourse() {
        var first = Authored.published(academy, "先学", Academy.textOf(60), Academy.textOf(30));
        var second = Authored.published(academy, "后学", Academy.textOf(60));
        Authored.published(academy, "未开始", Academy.textOf(60)).enrol(learner);
        first.open(learner, 0);
        var inFirst = first.open(learner, 1);
        second.open(learner, 0);
        assertThat(titles(places())).containsExactly("后学", "先学");

        inFirst.beat(1, 0, 5).expectProblem(409, "playback-superseded");
        var again = first.open(learner, 1);
        var credited = await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(300))
                .until(
                        () -> again.beat(1, 0, 7)
                                .expect(200)
                                .path("coveredSeconds")
                                .asInt(),
                        seconds -> seconds >= 2);
        work.reset();
        var places = places();
        assertThat(work.counted()).isEqualTo(new Counted(5, 1));
        assertThat(titles(places)).containsExactly("先学", "后学");
        work.reset();
        assertThat(learner.get("/api/v1/me/enrolments")
                        .expect(200)
                        .at("/items/1/percent")
                        .asInt())
                .as("the list of courses is as exact")
                .isEqualTo(credited * 100 / 90);
        assertThat(work.counted()).isEqualTo(new Counted(5, 1));
        var place = places.at("/items/0");
        assertThat(place.path("lessonId").asString()).isEqualTo(again.lessonId());
        assertThat(place.path("coveredSeconds").asInt()).isEqualTo(credited);
        assertThat(place.path("watchedSeconds").asInt()).isGreaterThanOrEqualTo(credited);
        assertThat(place.path("resumeAtSeconds").asInt()).isEqualTo(7);
        assertThat(place.path("lessonPercent").asInt()).isEqualTo(credited * 100 / 30);
        assertThat(place.path("percent").asInt()).isEqualTo(credited * 100 / 90);
        assertThat(titles(learner.get("/api/v1/me/continue?limit=1").expect(200)))
                .containsExactly("先学");
    }

    @Test
    void aCourseThatBeginsAnewIsThereWithItsFirstLessonAndAWithdrawnOneGoesOn() {
        var course = Authored.published(academy, "重来", Academy.textOf(60), Academy.textOf(30));
        var before = course.open(learner, 1);
        course.addLesson("新课", "文");
        course.revise("START_AGAIN");
        var place = await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> places().at("/items/0"),
                        line -> !line.path("enrolmentId").asString().equals(before.enrolmentId()));
        assertThat(place.path("lessonTitle").asString()).isEqualTo("课 1");
        assertThat(place.path("coveredSeconds").asInt()).isZero();
        assertThat(place.path("resumeAtSeconds").asInt()).isZero();

        course.author().post(course.path("withdrawal"), Map.of("reason", "更新")).expect(200);
        var inWithdrawn = places().at("/items/0");
        assertThat(inWithdrawn.path("courseTitle").asString()).isEqualTo("重来");
        learner.post("/api/v1/enrolments/%s/lessons/%s/playbacks"
                        .formatted(
                                inWithdrawn.path("enrolmentId").asString(),
                                inWithdrawn.path("lessonId").asString()))
                .expect(201);
    }

    @Test
    void whoIsInTheMiddleOfAMovedCourseGoesOnInTheSameLessonOrTheFirstToDo() {
        var course = Authored.published(academy, "换新", Academy.textOf(60), Academy.textOf(30));
        var watching = course.open(learner, 1);
        course.rewrite(1, Academy.textOf(20));
        course.revise("TOP_UP");
        var place = await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> places().at("/items/0"),
                        line -> !line.path("lessonTitle").asString().equals("课 2"));
        assertThat(place.path("enrolmentId").asString()).isEqualTo(watching.enrolmentId());
        assertThat(place.path("lessonTitle").asString()).isEqualTo("课 1");
    }

    @Test
    void whoTakesNothingSeesNothingAndNobodySeesAnother() {
        assertThat(places().path("items")).isEmpty();
        learner.get("/api/v1/me/continue?limit=0").expectProblem(400, "invalid-request");
        learner.get("/api/v1/me/continue?limit=51").expectProblem(400, "invalid-request");
        assertThat(academy.nobody().get("/api/v1/me/continue").status()).isEqualTo(401);
    }

    private JsonNode places() {
        return learner.get("/api/v1/me/continue").expect(200);
    }

    private static List<String> titles(JsonNode places) {
        return places.path("items")
                .valueStream()
                .map(place -> place.path("courseTitle").asString())
                .toList();
    }
}
