package academy.artisan.lms.authoring.draft;

import java.util.List;
import java.util.Map;

import academy.artisan.lms.testing.Academy;
import academy.artisan.lms.testing.Api;
import academy.artisan.lms.testing.StackTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** A group's courses: found again, copied, deleted and brought back. */
@StackTest
class DraftListIT {

    private static final int GROUP = 6;

    @Autowired
    ApplicationContext context;

    private Academy academy;
    private Api author;

    @BeforeEach
    void meetAuthor() {
        academy = new Academy(context);
        author = academy.author(GROUP);
    }

    @Test
    void coursesAreFoundByStateTitleAndEditorAndPagedThrough() {
        var me = author.get("/api/v1/me").expect(200).path("personId").asString();
        var ids = List.of("数控 100%", "数控铣床", "焊工").stream()
                .map(title ->
                        DraftPath.create(author, academy.group(GROUP), title).courseId())
                .toList();
        assertThat(list("editor=" + me)).containsExactlyElementsOf(ids.reversed());
        assertThat(list("editor=%s&q=%s".formatted(me, "%E6%95%B0%E6%8E%A7"))).containsExactly(ids.get(1), ids.get(0));
        assertThat(list("editor=%s&q=%s".formatted(me, "100%25"))).containsExactly(ids.get(0));
        assertThat(list("editor=%s&state=PUBLISHED".formatted(me))).isEmpty();
        assertThat(list("editor=%s&state=DRAFT&level=%s".formatted(me, "%E5%88%9D%E7%BA%A7")))
                .hasSize(3);
        var page = author.get(courses("limit=2&editor=" + me)).expect(200);
        assertThat(page.path("items")).hasSize(2);
        assertThat(list("limit=2&editor=%s&after=%s"
                        .formatted(me, page.path("next").asString())))
                .containsExactly(ids.get(0));
        author.get(courses("state=SINGING")).expectProblem(400, "invalid-request");
        author.get(courses("limit=0")).expectProblem(400, "invalid-request");
        author.get(courses("after=zzz")).expectProblem(422, "invalid-fields");
    }

    @Test
    void aDeletedCourseIsGoneUntilItIsBroughtBackAsItWas() {
        var course = DraftPath.create(author, academy.group(GROUP), "将删");
        course.addArticle(course.addSection("章"), "课", "文");
        var before = course.draft();
        author.delete(course.path("")).expect(204);
        author.delete(course.path("")).expect(204);
        author.get(course.path("")).expect(404);
        author.patch(course.path("/attributes"), Map.of("title", "x")).expect(428);
        course.seen(9).patch(course.path("/attributes"), Map.of("title", "x")).expect(404);
        assertThat(list("deleted=true")).contains(course.courseId());
        academy.author(1).post(course.path("/restoration")).expect(404);
        author.post(course.path("/restoration")).expect(200);
        assertThat(course.draft()).isEqualTo(before);
    }

    @Test
    void aPublishedCourseIsNotDeleted() {
        var courseId = academy.draft(author, GROUP, "已发布", "正文");
        academy.publish(author, academy.reviewer(1), courseId);
        author.delete("/api/v1/courses/%s/draft".formatted(courseId)).expectProblem(409, "course-still-published");
        assertThat(list("state=PUBLISHED")).contains(courseId);
    }

    @Test
    void aCourseIsCopiedWithNewIdsFromADraftOrAPublishedVersionAlsoOfAnotherGroup() {
        var courseId = academy.published("样板课", "正文");
        var copy = copy(courseId, 1).expect(201);
        assertThat(copy.path("courseId").asString()).isNotEqualTo(courseId);
        assertThat(copy.path("title").asString()).isEqualTo("样板课");
        assertThat(copy.at("/sections/0/lessons/0/text").asString()).isEqualTo("正文");
        var original = author.get("/api/v1/catalog/courses/" + courseId).expect(200);
        assertThat(copy.at("/sections/0/id")).isNotEqualTo(original.at("/sections/0/id"));
        assertThat(copy.at("/sections/0/lessons/0/id")).isNotEqualTo(original.at("/sections/0/lessons/0/id"));
        var own = author.post(
                        "/api/v1/groups/%s/courses/copies".formatted(academy.group(GROUP)),
                        Map.of("courseId", copy.path("courseId").asString()))
                .expect(201);
        assertThat(own.path("title")).isEqualTo(copy.path("title"));
        copy(courseId, 2).expect(404);
        var foreignDraft = DraftPath.create(academy.author(0), academy.group(0), "别组草稿");
        author.post(
                        "/api/v1/groups/%s/courses/copies".formatted(academy.group(GROUP)),
                        Map.of("courseId", foreignDraft.courseId()))
                .expect(404);
    }

    private Api.Answer copy(String courseId, int version) {
        return author.post(
                "/api/v1/groups/%s/courses/copies".formatted(academy.group(GROUP)),
                Map.of("courseId", courseId, "version", version));
    }

    @Test
    void checksNameEveryGapByPartInTheLanguageOfTheReader() {
        var course = DraftPath.create(author, academy.group(GROUP), "检查");
        course.addSection("空章");
        author.post(
                        course.path("/sections/%s/lessons".formatted(course.addSection("有课"))),
                        Map.of("title", "无视频", "kind", "VIDEO"))
                .expect(201);
        var checks = author.header("Accept-Language", "zh-CN")
                .get(course.path("/checks"))
                .expect(200);
        assertThat(checks.path("publishable").asBoolean()).isFalse();
        assertThat(checks.path("items"))
                .extracting(item -> item.path("rule").asString())
                .containsExactly(
                        "CoverNeeded",
                        "ObjectiveNeeded",
                        "AudienceNeeded",
                        "InstructorNeeded",
                        "LanguageNeeded",
                        "LessonNeeded",
                        "VideoMissing");
        assertThat(text(checks)).contains("还没有学习目标", "还没有封面图片", "这一章还没有课时", "还没有选择视频");
        var english = author.header("Accept-Language", "en")
                .get(course.path("/checks"))
                .expect(200);
        assertThat(text(english)).contains("this section has no lesson yet", "the video is missing");
    }

    @Test
    void whatAGroupRequiresOfItsCoursesStopsThemUntilItIsThere() {
        var lead = academy.reviewer(5);
        var path = "/api/v1/groups/%s/required-attributes".formatted(academy.group(5));
        author.put(path, Map.of("attributes", List.of("OBJECTIVES"))).expect(403);
        lead.put(path, Map.of("attributes", List.of("SINGING"))).expect(400);
        lead.put(path, Map.of("attributes", List.of("OBJECTIVES"))).expect(200);
        var writer = academy.author(5);
        var course = new DraftPath(writer, academy.draft(writer, 5, "须有目标", "正文"));
        var submission = "/api/v1/courses/%s/reviews".formatted(course.courseId());
        assertThat(writer.post(submission)
                        .expectProblem(422, "invalid-fields")
                        .at("/errors/0/field")
                        .asString())
                .isEqualTo("objectives");
        course.seen(course.revision())
                .patch(course.path("/attributes"), Map.of("objectives", List.of("会")))
                .expect(200);
        writer.post(submission).expect(201);
        lead.put(path, Map.of("attributes", List.of())).expect(200);
    }

    private static List<String> text(JsonNode checks) {
        return checks.path("items")
                .valueStream()
                .map(item -> item.path("message").asString())
                .toList();
    }

    private List<String> list(String query) {
        return author.get(courses(query))
                .expect(200)
                .path("items")
                .valueStream()
                .map(item -> item.path("courseId").asString())
                .toList();
    }

    private String courses(String query) {
        return "/api/v1/groups/%s/courses?%s".formatted(academy.group(GROUP), query);
    }
}
