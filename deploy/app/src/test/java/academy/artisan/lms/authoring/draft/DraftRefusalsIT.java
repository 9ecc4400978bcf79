package academy.artisan.lms.authoring.draft;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import academy.artisan.lms.testing.Academy;
import academy.artisan.lms.testing.Api;
import academy.artisan.lms.testing.StackTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** What is refused at a draft: it is named, and nothing is changed. */
@StackTest
class DraftRefusalsIT {

    @Autowired
    ApplicationContext context;

    private Academy academy;
    private DraftPath course;

    @BeforeEach
    void createCourse() {
        academy = new Academy(context);
        course = DraftPath.create(academy.author(0), academy.group(0), "焊接机器人");
    }

    @Test
    void badInputIsNamedAndChangesNothing() {
        var section = course.addSection("章");
        var lesson = course.addArticle(section, "课", "文");
        var other = DraftPath.create(academy.author(0), academy.group(0), "别的课");
        var foreign = other.addArticle(other.addSection("章"), "课", "文");
        var before = course.draft();
        var seen = before.path("revision").asInt();
        assertField(course.patchLesson(lesson, seen, Map.of("titel", "错字")), "titel");
        assertField(course.patchLesson(lesson, seen, Map.of("title", "")), "title");
        assertField(course.patchLesson(lesson, seen, Map.of("title", "长".repeat(201))), "title");
        assertField(course.patchLesson(lesson, seen, Map.of("kind", "SONG")), "kind");
        assertField(course.patchLesson(lesson, seen, Map.of("id", UUID.randomUUID())), "id");
        assertField(course.seen(seen).patch(course.path("/attributes"), Map.of("language", "Chinesisch")), "language");
        assertField(course.seen(seen).patch(course.path("/attributes"), List.of("kein Objekt")), "body");
        course.patchLesson(foreign, seen, Map.of("title", "偷")).expectProblem(404, "not-found");
        assertField(move(section, Map.of("sectionId", section)), "partId");
        assertField(move(lesson, Map.of("sectionId", section, "after", lesson)), "partId");
        assertField(move(lesson, Map.of("sectionId", section, "after", foreign)), "after");
        assertField(move(lesson, Map.of("sectionId", UUID.randomUUID())), "sectionId");
        assertField(move(lesson, Map.of()), "sectionId");
        move(foreign, Map.of("sectionId", section)).expectProblem(404, "not-found");
        course.author()
                .post(course.path("/sections"), Map.of("title", "十".repeat(10 * 1024 * 1024 / 3)))
                .expectProblem(413, "request-too-large");
        course.seen(seen)
                .delete(course.path("/lessons/%s?message=%%00".formatted(lesson)))
                .expectProblem(400, "invalid-request");
        course.author()
                .get("/api/v1/groups/%s/courses?q=%%00".formatted(academy.group(0)))
                .expectProblem(400, "invalid-request");
        assertThat(course.draft()).isEqualTo(before);
    }

    @Test
    void aScriptInMarkdownIsNamedAndNotSavedButCodeThatShowsOneIs() {
        var section = course.addSection("章");
        var lesson = course.addArticle(section, "课", "文");
        var before = course.draft();
        var seen = before.path("revision").asInt();
        for (var text :
                List.of("<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "[点我](javascript:alert(1))")) {
            var answer = course.author()
                    .header("Accept-Language", "zh-CN")
                    .post(
                            course.path("/sections/%s/lessons".formatted(section)),
                            Map.of("title", "坏", "kind", "ARTICLE", "text", text));
            assertField(answer, "sections[0].lessons[1].text");
            assertThat(answer.json().at("/errors/0/message").asString())
                    .startsWith("正文含有不允许的内容：")
                    .containsAnyOf("script", "onerror", "javascript");
            assertField(course.patchLesson(lesson, seen, Map.of("text", text)), "sections[0].lessons[0].text");
        }
        assertThat(course.draft()).isEqualTo(before);
        course.patchLesson(lesson, seen, Map.of("text", "```html\n<script>alert(1)</script>\n```"))
                .expect(200);
    }

    @Test
    void strangersNeitherReadNorChange() {
        var lesson = course.addArticle(course.addSection("章"), "课", "文");
        for (var stranger : List.of(academy.author(2), academy.learner(academy.employer("丁单位")))) {
            course.by(stranger).author().get(course.path("")).expect(404);
            course.by(stranger).patchLesson(lesson, 9, Map.of("title", "x")).expect(404);
            stranger.get("/api/v1/courses/%s/revisions".formatted(course.courseId()))
                    .expect(404);
            stranger.get("/api/v1/groups/%s/courses".formatted(academy.group(0)))
                    .expect(404);
        }
    }

    private Api.Answer move(String partId, Map<String, ?> to) {
        return course.author().post(course.path("/moves"), Map.of("partId", partId, "to", to));
    }

    private static void assertField(Api.Answer answer, String field) {
        JsonNode problem = answer.expectProblem(422, "invalid-fields");
        assertThat(problem.at("/errors/0/field").asString()).isEqualTo(field);
    }
}
