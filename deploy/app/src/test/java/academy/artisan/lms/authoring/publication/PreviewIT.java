package academy.artisan.lms.authoring.publication;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import academy.artisan.lms.testing.Academy;
import academy.artisan.lms.testing.Authored;
import academy.artisan.lms.testing.RequestWork;
import academy.artisan.lms.testing.StackTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

@StackTest
class PreviewIT {

    @Autowired
    ApplicationContext context;

    @Autowired
    RequestWork work;

    @Autowired
    JdbcClient jdbc;

    private Academy academy;

    @BeforeEach
    void openAcademy() {
        academy = new Academy(context);
    }

    @Test
    void thePreviewSaysWhatChangesAndForWhom() {
        var course = Authored.published(academy, "预览", "一", "二", "三");
        var employer = academy.employer("丙单位");
        var learner = academy.learner(employer);
        course.enrol(learner);
        academy.hr(employer)
                .post(
                        "/api/v1/hr/units/%s/required-trainings".formatted(employer),
                        Map.of("courseId", course.courseId(), "dueOn", "2099-12-31"))
                .expect(201);
        course.rewrite(1, Academy.textOf(600));
        course.addLesson("新课", "四");
        course.removeLesson(2);
        var preview = course.author().get(course.path("publications/preview")).expect(200);
        assertThat(preview.at("/versions/published").asInt()).isEqualTo(1);
        assertThat(preview.at("/versions/next").asInt()).isEqualTo(2);
        assertThat(preview.at("/versions/approved").asBoolean(true)).isFalse();
        assertThat(outcomes(preview)).containsExactly("KEEPS_PROGRESS", "BEGINS_ANEW", "NEW", "GONE");
        assertThat(preview.path("changes").toString()).contains("ADDED", "REMOVED", "EDITED");
        assertThat(preview.at("/hours/secondsAfter").asInt())
                .isGreaterThan(preview.at("/hours/secondsBefore").asInt());
        assertThat(preview.at("/people/learners/inVersion/1").asInt()).isEqualTo(1);
        assertThat(preview.at("/people/progress/notStarted").asInt()).isEqualTo(1);
        assertThat(preview.at("/people/requiredTrainings/0/unitName").asString())
                .isEqualTo("丙单位");
        assertThat(preview.at("/people/requiredTrainings/0/dueOn").asString()).isEqualTo("2099-12-31");
        assertThat(course.draft().path("publishedVersion").asInt()).isEqualTo(1);
    }

    @Test
    void aPreviewCostsTheSameForThousandsOfLearners() {
        var course = Authored.published(academy, "众人", Academy.textOf(100), "二");
        course.rewrite(1, "另");
        var few = statementsOf(
                () -> course.author().get(course.path("publications/preview")).expect(200));
        enrolThousands(course);
        var many = statementsOf(
                () -> course.author().get(course.path("publications/preview")).expect(200));
        assertThat(many).isLessThanOrEqualTo(few).isLessThan(40);
        var progress = course.author()
                .get(course.path("publications/preview"))
                .expect(200)
                .at("/people/progress");
        assertThat(progress.path("notStarted").asInt()).isEqualTo(1000);
        assertThat(progress.path("below25").asInt()).isEqualTo(1000);
        assertThat(progress.path("below100").asInt()).isEqualTo(1000);
        assertThat(progress.path("completed").asInt()).isEqualTo(1000);
        var completions = course.author()
                .get(course.path("publications/preview"))
                .expect(200)
                .at("/people/completions");
        assertThat(completions.path("completions").asInt()).isEqualTo(1000);
        assertThat(completions.path("hours").asDouble()).isEqualTo(1000.0);
    }

    /** A thousand each who did nothing, a little, nearly all of it, and completed it. */
    private void enrolThousands(Authored course) {
        var id = UUID.fromString(course.courseId());
        jdbc.sql("""
                with enrolled as (
                    insert into enrolment.enrolment
                        (enrolment_id, person_id, course_id, version, enrolled_at, completed_at)
                    select gen_random_uuid(), gen_random_uuid(), :course, 1, now() + n * interval '1 microsecond',
                           case when n % 4 = 3 then now() end
                    from generate_series(0, 3999) n returning enrolment_id, enrolled_at, completed_at
                ), numbered as (
                    select enrolment_id, completed_at, (row_number() over (order by enrolled_at) - 1) % 4 as kind
                    from enrolled
                ), completed as (
                    insert into completion.completion
                    select enrolment_id, 1, 2, 2700, now() from numbered where kind = 3
                )
                insert into progress.lesson_progress (person_id, enrolment_id, lesson_id, coverage, covered_seconds,
                    position_seconds, changed_at)
                select gen_random_uuid(), enrolment_id, :lesson, int4multirange(int4range(0, case kind when 1 then 5 else 99 end)),
                       case kind when 1 then 5 else 99 end, 0, now()
                from numbered where kind in (1, 2)
                """)
                .param("course", id)
                .param("lesson", UUID.fromString(course.lesson(0)))
                .update();
    }

    private static List<String> outcomes(JsonNode preview) {
        var outcomes = new ArrayList<String>();
        preview.path("lessons")
                .forEach(lesson -> outcomes.add(lesson.path("outcome").asString()));
        return outcomes;
    }

    private int statementsOf(Runnable requests) {
        work.reset();
        requests.run();
        return work.counted().sqlStatements();
    }
}
