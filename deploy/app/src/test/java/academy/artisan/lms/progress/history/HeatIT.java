package academy.artisan.lms.progress.history;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import academy.artisan.lms.identity.Role;
import academy.artisan.lms.testing.Academy;
import academy.artisan.lms.testing.Api;
import academy.artisan.lms.testing.Authored;
import academy.artisan.lms.testing.ProofRows;
import academy.artisan.lms.testing.RequestWork;
import academy.artisan.lms.testing.RequestWork.Counted;
import academy.artisan.lms.testing.StackTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

@StackTest
class HeatIT {

    @Autowired
    ApplicationContext context;

    @Autowired
    RequestWork work;

    @Autowired
    JdbcClient jdbc;

    private Academy academy;
    private Authored course;
    private String lesson;

    @BeforeEach
    void publish() {
        academy = new Academy(context);
        course = Authored.published(academy, "热度", Academy.textOf(60), Academy.textOf(30));
        lesson = course.lesson(0);
    }

    @Test
    void everySecondTellsHowManyDifferentLearnersSawIt() {
        var twice = UUID.randomUUID();
        saw(twice, lesson, "{[0,30)}");
        saw(twice, lesson, "{[20,40),[50,55)}");
        saw(UUID.randomUUID(), lesson, "{[0,20),[40,45)}");
        saw(UUID.randomUUID(), lesson, "{[0,20)}");
        saw(UUID.randomUUID(), lesson, "{}");
        work.reset();
        var heat = heat(course.author(), "").expect(200);
        assertThat(work.counted()).isEqualTo(new Counted(4, 0));
        assertThat(heat.path("learners").asInt()).isEqualTo(3);
        assertThat(heat.path("durationSeconds").asInt()).isEqualTo(60);
        assertThat(runs(heat)).containsExactly("0-20: 3", "20-45: 1", "50-55: 1");
    }

    @Test
    void aLessonThatShowsSomethingElseBeginsCold() {
        saw(UUID.randomUUID(), lesson, "{[0,10)}");
        course.addLesson("又一课", "文");
        course.revise("KEEP");
        assertThat(runs(heat(course.author(), "").expect(200))).containsExactly("0-10: 1");

        course.rewrite(0, Academy.textOf(40));
        course.revise("KEEP");
        var cold = heat(course.author(), "").expect(200);
        assertThat(cold.path("version").asInt()).isEqualTo(3);
        assertThat(cold.path("learners").asInt()).isZero();
        assertThat(cold.path("runs")).isEmpty();
        assertThat(runs(heat(course.author(), "?version=2").expect(200))).containsExactly("0-10: 1");
        heat(course.author(), "?version=9").expectProblem(404, "not-found");
        heat(course.author(), "?version=x").expectProblem(400, "invalid-request");
    }

    @Test
    void itIsForTheGroupThatMakesTheCourse() {
        for (var one : List.of(course.author(), academy.member(Role.REVIEWER, academy.group(0)), academy.admin())) {
            heat(one, "").expect(200);
        }
        for (var other : List.of(academy.author(1), course.reviewer(), academy.learner(academy.employer("单位")))) {
            heat(other, "").expectProblem(404, "not-found");
        }
        course.author()
                .get(course.path("lessons/%s/heat".formatted(UUID.randomUUID())))
                .expectProblem(404, "not-found");
    }

    private Api.Answer heat(Api caller, String query) {
        return caller.get(course.path("lessons/%s/heat%s".formatted(lesson, query)));
    }

    private void saw(UUID person, String lessonId, String ranges) {
        new ProofRows(jdbc, person, UUID.randomUUID(), UUID.fromString(lessonId)).coverage(ranges, Instant.now());
    }

    private static List<String> runs(JsonNode heat) {
        return heat.path("runs")
                .valueStream()
                .map(run -> "%d-%d: %d"
                        .formatted(
                                run.path("from").asInt(),
                                run.path("to").asInt(),
                                run.path("learners").asInt()))
                .toList();
    }
}
