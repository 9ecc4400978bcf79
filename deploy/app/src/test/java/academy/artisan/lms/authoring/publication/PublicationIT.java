package academy.artisan.lms.authoring.publication;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import academy.artisan.lms.testing.Academy;
import academy.artisan.lms.testing.Authored;
import academy.artisan.lms.testing.RequestWork;
import academy.artisan.lms.testing.StackTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@StackTest
class PublicationIT {

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
    void anEditAfterApprovalIsNamedAndApprovedAgainItIsPublishedAsApproved() {
        var course = Authored.course(academy, "发布", "正文一", "正文二");
        course.approve();
        course.rewrite(1, "另一正文");
        var problem = course.publish(Map.of()).expectProblem(409, "approval-stale");
        assertThat(problem.toString()).contains("课 2").doesNotContain("课 1");
        course.approve();
        var approved = course.draft().path("digest").asString();
        var publication = course.publish(Map.of()).expect(201);
        assertThat(publication.path("digest").asString()).isEqualTo(approved);
        assertThat(course.draft().path("state").asString()).isEqualTo("PUBLISHED");
    }

    @Test
    void whatIsPublishedCanBeVerifiedAndItsEvidenceCannotBeChanged() throws Exception {
        var course = Authored.published(academy, "验证", "正文");
        var digest = course.draft().path("digest").asString();
        var reader = academy.learner(academy.employer("甲单位"));
        var line = reader.get(course.catalogPath() + "/versions").expect(200).at("/items/0");
        assertThat(line.path("version").asInt()).isEqualTo(1);
        assertThat(line.path("digest").asString()).isEqualTo(digest);
        assertThat(line.path("publishedByName").asString()).isEqualTo("某人");
        var proof =
                reader.get(course.catalogPath() + "/versions/1/verification").expect(200);
        assertThat(proof.path("equal").asBoolean()).isTrue();
        assertThat(proof.path("recomputedDigest").asString()).isEqualTo(digest);
        assertThat(proof.at("/approvals/0/digest").asString()).isEqualTo(digest);
        assertThat(proof.toString()).doesNotContain("\"by\"");

        var contentPath = course.catalogPath() + "/versions/1/content";
        reader.get(contentPath).expectProblem(403, "not-allowed");
        course.enrol(reader);
        var content = reader.get(contentPath);
        assertThat(content.header("Content-Type")).startsWith("application/json");
        assertThat(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256")
                                .digest(content.response().body())))
                .isEqualTo(digest);
        academy.author(3).get(contentPath).expect(200);
        reader.get(course.catalogPath() + "/versions/2/verification").expectProblem(404, "not-found");

        for (var change : List.of(
                "approvals = '[]'",
                "digest = repeat('0', 64)",
                "frozen = '{}'",
                "published_by = null",
                "content = content || ' '")) {
            assertThatExceptionOfType(DataAccessException.class)
                    .isThrownBy(() ->
                            jdbc.sql("update course.version set " + change).update())
                    .withMessageContaining("never changes");
        }
    }

    @Test
    void ofPublicationsAtOnceOneMakesAVersion() throws Exception {
        var course = Authored.published(academy, "同时", "正文");
        course.rewrite(0, "新正文");
        course.approve();
        try (var authors = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = authors.invokeAll(java.util.Collections.<Callable<Integer>>nCopies(
                    8,
                    () -> course.publish(Map.of()).expect(201).path("version").asInt()));
            assertThat(answers).extracting(Future::get).containsOnly(2);
        }
        assertThat(course.author()
                        .get(course.catalogPath() + "/versions")
                        .expect(200)
                        .path("items")
                        .size())
                .isEqualTo(2);
        assertThat(audited(course, "course-published")).isEqualTo(2);
    }

    @Test
    void aPolicyOrTimeThatIsNoneIsRefused() {
        var course = Authored.course(academy, "规则", "正文");
        course.approve();
        course.publish(Map.of("learnersInProgress", "FORGET")).expectProblem(400, "invalid-request");
        course.publish(Map.of("note", "长".repeat(2001))).expectProblem(400, "invalid-request");
        academy.author(2).post(course.path("publications")).expectProblem(404, "not-found");
        academy.author(2).get(course.path("publications/preview")).expectProblem(404, "not-found");
        assertThat(course.draft().path("publishedVersion").isNumber()).isFalse();
    }

    @Test
    void thePageOfACourseShowsWhatAuthorsSayOfIt() {
        var course = Authored.course(academy, "说明", Academy.textOf(2700));
        var draft = new java.util.HashMap<String, Object>(Map.of(
                "title",
                "说明",
                "summary",
                "摘要",
                "level",
                "初级",
                "tags",
                List.of(),
                "language",
                "zh-CN",
                "instructors",
                List.of("某位匠师"),
                "objectives",
                List.of("会焊"),
                "audience",
                "焊工"));
        draft.put(
                "sections",
                List.of(Map.of(
                        "title",
                        "章",
                        "lessons",
                        List.of(
                                Academy.article("必修", Academy.textOf(2700)),
                                Map.of("title", "选修", "kind", "ARTICLE", "text", "文", "required", false)))));
        course.save(draft);
        course.approve();
        course.publish(Map.of()).expect(201);
        var page = academy.learner(academy.employer("乙单位"))
                .get(course.catalogPath())
                .expect(200);
        assertThat(page.path("language").asString()).isEqualTo("zh-CN");
        assertThat(page.at("/instructors/0").asString()).isEqualTo("某位匠师");
        assertThat(page.at("/objectives/0").asString()).isEqualTo("会焊");
        assertThat(page.path("audience").asString()).isEqualTo("焊工");
        assertThat(page.path("hours").asDouble()).isEqualTo(1.0);
        assertThat(page.at("/sections/0/lessons/0/required").asBoolean()).isTrue();
        assertThat(page.at("/sections/0/lessons/1/required").asBoolean(true)).isFalse();
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

    @Test
    void aCourseOfAThousandLessonsIsPublishedByAFewStatements() {
        var course = Authored.course(academy, "大课", "文");
        course.save(outlineOf(1));
        course.approve();
        var small = statementsOf(() -> course.publish(Map.of()).expect(201));
        course.save(outlineOf(50));
        course.approve();
        var large = statementsOf(() -> course.publish(Map.of()).expect(201));
        assertThat(large).isLessThanOrEqualTo(small + 2).isLessThan(60);
        assertThat(course.author()
                        .get(course.catalogPath())
                        .expect(200)
                        .at("/sections/19/lessons/49/title")
                        .asString())
                .isEqualTo("课 49");
    }

    private static Map<String, Object> outlineOf(int lessonsInASection) {
        var sections = new ArrayList<Map<String, Object>>();
        for (var section = 0; section < 20; section++) {
            var lessons = new ArrayList<Map<String, Object>>();
            for (var lesson = 0; lesson < lessonsInASection; lesson++) {
                lessons.add(Academy.article("课 " + lesson, "正文 %d %d".formatted(section, lesson)));
            }
            sections.add(Map.of("title", "章 " + section, "lessons", lessons));
        }
        return Map.of("title", "大课", "summary", "", "level", "初级", "tags", List.of(), "sections", sections);
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
                insert into progress.lesson_progress
                select enrolment_id, :lesson, int4multirange(int4range(0, case kind when 1 then 5 else 99 end)),
                       case kind when 1 then 5 else 99 end, 0, now()
                from numbered where kind in (1, 2)
                """)
                .param("course", id)
                .param("lesson", UUID.fromString(course.lesson(0)))
                .update();
    }

    private int statementsOf(Runnable requests) {
        work.reset();
        requests.run();
        return work.counted().sqlStatements();
    }

    private int audited(Authored course, String action) {
        return jdbc.sql("select count(*) from audit.entry where subject_id = :course and action = :action")
                .param("course", UUID.fromString(course.courseId()))
                .param("action", action)
                .query(Integer.class)
                .single();
    }

    private static List<String> outcomes(JsonNode preview) {
        var outcomes = new ArrayList<String>();
        preview.path("lessons")
                .forEach(lesson -> outcomes.add(lesson.path("outcome").asString()));
        return outcomes;
    }
}
