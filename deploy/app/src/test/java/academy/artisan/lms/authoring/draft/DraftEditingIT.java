package academy.artisan.lms.authoring.draft;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import academy.artisan.lms.testing.Academy;
import academy.artisan.lms.testing.Api;
import academy.artisan.lms.testing.StackTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Many hands on one draft: who works on different parts does not collide, and nobody is overwritten. */
@StackTest
class DraftEditingIT {

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
    void partsAreAddedChangedMovedAndRemovedOneByOneAndKeepTheirIds() {
        var first = course.addSection("第一章");
        var second = course.addSection("第二章");
        var a = course.addArticle(first, "甲", "文");
        var b = course.addArticle(first, "乙", "文");
        course.patchLesson(a, course.revision(), Map.of("title", "甲改", "required", false))
                .expect(200);
        course.author()
                .post(course.path("/moves"), Map.of("partId", b, "to", Map.of("sectionId", second)))
                .expect(200);
        course.author()
                .post(course.path("/moves"), Map.of("partId", second, "to", Map.of()))
                .expect(200);
        var draft = course.draft();
        assertThat(draft.at("/sections/0/id").asString()).isEqualTo(second);
        assertThat(draft.at("/sections/0/lessons/0/id").asString()).isEqualTo(b);
        assertThat(draft.at("/sections/1/lessons/0/title").asString()).isEqualTo("甲改");
        assertThat(draft.at("/sections/1/lessons/0/required").asBoolean()).isFalse();
        course.seen(course.revision())
                .delete(course.path("/sections/" + second))
                .expect(200);
        assertThat(course.draft().path("sections")).hasSize(1);
        course.author().get(course.path("/lessons/" + b)).expectProblem(404, "not-found");
    }

    @Test
    void twoWhoChangeTheSameLessonCollideAndTheSecondSeesWhatTheFirstDid() {
        var lesson = course.addArticle(course.addSection("章"), "课", "文");
        var seen = course.revision();
        course.patchLesson(lesson, seen, Map.of("title", "甲的题目")).expect(200);
        var problem =
                course.patchLesson(lesson, seen, Map.of("text", "乙的正文")).expectProblem(412, "draft-changed-meanwhile");
        assertThat(problem.at("/changes/0/partId").asString()).isEqualTo(lesson);
        assertThat(problem.at("/changes/0/fields/0/field").asString()).isEqualTo("title");
        assertThat(problem.at("/changes/0/fields/0/before").asString()).isEqualTo("课");
        assertThat(problem.at("/changes/0/fields/0/after").asString()).isEqualTo("甲的题目");
        course.patchLesson(lesson, problem.path("revision").asInt(), Map.of("text", "乙的正文"))
                .expect(200);
        var draft = course.draft();
        assertThat(draft.at("/sections/0/lessons/0/title").asString()).isEqualTo("甲的题目");
        assertThat(draft.at("/sections/0/lessons/0/text").asString()).isEqualTo("乙的正文");
    }

    @Test
    void whoSavesTheWholeOutlineTooLateIsToldAllThatChanged() {
        var section = course.addSection("章");
        var seen = course.draft();
        var lesson = course.addArticle(section, "新课", "文");
        var problem = course.seen(seen.path("revision").asInt())
                .put(course.path(""), seen)
                .expectProblem(412, "draft-changed-meanwhile");
        assertThat(problem.at("/changes/0/type").asString()).isEqualTo("ADDED");
        assertThat(problem.at("/changes/0/partId").asString()).isEqualTo(lesson);
        assertThat(course.draft().at("/sections/0/lessons")).hasSize(1);
    }

    @Test
    void aSectionIsNotRemovedWithALessonThatTheAuthorHasNotSeen() {
        var section = course.addSection("章");
        var seen = course.revision();
        course.addArticle(section, "别人的课", "文");
        course.seen(seen).delete(course.path("/sections/" + section)).expectProblem(412, "draft-changed-meanwhile");
        course.author().delete(course.path("/sections/" + section)).expectProblem(428, "revision-required");
        assertThat(course.draft().path("sections")).hasSize(1);
    }

    @Test
    void ofFiftySavesOnOneRevisionExactlyOneWins() throws Exception {
        var revision = course.revision();
        try (var editors = Executors.newVirtualThreadPerTaskExecutor()) {
            var outcomes = editors
                    .invokeAll(IntStream.range(0, 50)
                            .<Callable<Integer>>mapToObj(editor -> () -> course.seen(revision)
                                    .put(course.path(""), DraftPath.outline("编者" + editor, 2, 3))
                                    .status())
                            .toList())
                    .stream()
                    .map(outcome -> outcome.resultNow())
                    .toList();
            assertThat(outcomes).filteredOn(status -> status == 200).hasSize(1);
            assertThat(outcomes).filteredOn(status -> status == 412).hasSize(49);
        }
        var draft = course.draft();
        assertThat(draft.path("revision").asInt()).isEqualTo(revision + 1);
        assertThat(draft.path("sections")).hasSize(2);
        assertThat(draft.path("title").asString()).startsWith("编者");
    }

    @Test
    void eightAuthorsOnDifferentLessonsLoseNoEdit() throws Exception {
        var section = course.addSection("章");
        var lessons = IntStream.range(0, 8)
                .mapToObj(number -> course.addArticle(section, "课" + number, "文"))
                .toList();
        var authors =
                IntStream.range(0, 8).mapToObj(ignored -> academy.author(0)).toList();
        var edits = 25;
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var work = IntStream.range(0, 8)
                    .<Callable<Void>>mapToObj(number -> () -> {
                        editOften(course.by(authors.get(number)), lessons.get(number), edits);
                        return null;
                    })
                    .toList();
            for (var outcome : people.invokeAll(work)) {
                outcome.get();
            }
        }
        var draft = course.draft();
        assertThat(draft.at("/sections/0/lessons"))
                .extracting(lesson -> lesson.path("text").asString())
                .containsOnly("第%d稿".formatted(edits));
        assertThat(draft.path("revision").asInt()).isEqualTo(1 + 1 + 8 + 8 * edits);
        var first = course.author()
                .get("/api/v1/courses/%s/revisions/differences?from=10&to=%d"
                        .formatted(course.courseId(), draft.path("revision").asInt()))
                .expect(200);
        assertThat(first.path("changes")).hasSize(8);
    }

    private static void editOften(DraftPath course, String lessonId, int edits) {
        var etag = course.author().get(course.path("/lessons/" + lessonId)).header("ETag");
        for (var edit = 1; edit <= edits; edit++) {
            var answer = course.author()
                    .header("If-Match", etag)
                    .patch(course.path("/lessons/" + lessonId), Map.of("text", "第%d稿".formatted(edit)));
            answer.expect(200);
            etag = answer.header("ETag");
        }
    }

    @Test
    void attributesAreChangedByThemselves() {
        var seen = course.revision();
        course.addSection("章");
        course.seen(seen)
                .patch(
                        course.path("/attributes"),
                        Map.of("objectives", List.of("会编程"), "language", "zh-CN", "instructors", List.of("讲师甲")))
                .expect(200);
        var draft = course.draft();
        assertThat(draft.at("/objectives/0").asString()).isEqualTo("会编程");
        assertThat(draft.path("sections")).hasSize(1);
        course.seen(seen)
                .patch(course.path("/attributes"), Map.of("title", "题"))
                .expectProblem(412, "draft-changed-meanwhile");
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
