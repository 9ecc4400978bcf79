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
    void aRepeatIsTheSameVersionAndARepeatUnderOtherTermsIsRefused() {
        var course = Authored.course(academy, "重复", "正文");
        course.approve();
        var terms = Map.of("learnersInProgress", "TOP_UP", "note", "修订");
        course.publish(terms).expect(201);
        assertThat(course.publish(terms).expect(201).path("version").asInt()).isEqualTo(1);
        for (var other : List.of(
                Map.of("learnersInProgress", "KEEP", "note", "修订"),
                Map.of("learnersInProgress", "TOP_UP", "note", "另"),
                Map.of("learnersInProgress", "TOP_UP"))) {
            course.publish(other).expectProblem(409, "published-otherwise");
        }
        assertThat(audited(course, "course-published")).isEqualTo(1);
    }

    @Test
    void contentThatIsNotWhatItsDigestSaysIsNotPublished() {
        var course = Authored.course(academy, "替换", "正文");
        course.approve();
        jdbc.sql(
                        "update authoring.draft set content = jsonb_set(content, '{title}', '\"换\"') where course_id = :course")
                .param("course", UUID.fromString(course.courseId()))
                .update();
        course.publish(Map.of()).expectProblem(409, "content-not-as-approved");
        course.author().get(course.catalogPath()).expect(404);
    }

    @Test
    void aVersionFromBeforeThereWasEvidenceIsNotTakenForApproved() {
        var course = Authored.published(academy, "早期", "正文");
        var old = UUID.randomUUID();
        jdbc.sql("""
                with old as (
                    insert into course.version (course_id, version, group_id, content, digest, frozen, published_at)
                    select :old, 1, group_id, content, digest, frozen, published_at
                    from course.version where course_id = :course
                )
                insert into course.open_course (course_id, version) values (:old, 1)
                """)
                .param("old", old)
                .param("course", UUID.fromString(course.courseId()))
                .update();
        var proof = course.author()
                .get("/api/v1/catalog/courses/%s/versions/1/verification".formatted(old))
                .expect(200);
        assertThat(proof.path("equal").asBoolean(true)).isFalse();
        assertThat(proof.path("standing").asString()).isEqualTo("NO_EVIDENCE");
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
}
