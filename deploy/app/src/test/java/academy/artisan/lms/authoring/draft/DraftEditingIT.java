package academy.artisan.lms.authoring.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
            var answers = editors
                    .invokeAll(IntStream.range(0, 50)
                            .<Callable<Api.Answer>>mapToObj(editor -> () ->
                                    course.seen(revision).put(course.path(""), DraftPath.outline("编者" + editor, 2, 3)))
                            .toList())
                    .stream()
                    .map(answer -> answer.resultNow())
                    .toList();
            assertThat(answers).filteredOn(answer -> answer.status() == 412).hasSize(49);
            var winner = answers.stream()
                    .filter(answer -> answer.status() == 200)
                    .map(Api.Answer::json)
                    .toList();
            assertThat(winner).hasSize(1);
            assertThat(course.draft()).isEqualTo(winner.getFirst());
            var title = winner.getFirst().path("title").asString();
            assertThat(winner.getFirst().at("/sections/1/lessons"))
                    .extracting(lesson -> lesson.path("text").asString())
                    .hasSize(3)
                    .allSatisfy(text -> assertThat(text).startsWith(title + "的"));
        }
        assertThat(course.revision()).isEqualTo(revision + 1);
    }

    @Test
    void eightAuthorsOnDifferentLessonsAndOneWhoReordersThemLoseNoEdit() throws Exception {
        var section = course.addSection("章");
        var lessons = IntStream.range(0, 8)
                .mapToObj(number -> course.addArticle(section, "课" + number, "文"))
                .toList();
        var edits = 25;
        List<Callable<Void>> work = new ArrayList<>();
        for (var number = 0; number < 8; number++) {
            var author = number;
            var theirs = course.by(academy.author(0));
            work.add(() -> {
                editOften(theirs, lessons.get(author), "作者%d第%%d稿".formatted(author), edits);
                return null;
            });
        }
        var mover = course.by(academy.author(0));
        work.add(() -> {
            for (var move = 0; move < edits; move++) {
                mover.author()
                        .post(
                                mover.path("/moves"),
                                Map.of("partId", lessons.get(move % 8), "to", Map.of("sectionId", section)))
                        .expect(200);
                mover.draft();
            }
            return null;
        });
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var outcome : people.invokeAll(work)) {
                outcome.get();
            }
        }
        var draft = course.draft();
        for (var number = 0; number < 8; number++) {
            var lesson = course.author()
                    .get(course.path("/lessons/" + lessons.get(number)))
                    .expect(200);
            assertThat(lesson.path("text").asString()).isEqualTo("作者%d第%d稿".formatted(number, edits));
        }
        assertThat(draft.at("/sections/0/lessons")).hasSize(8);
        assertThat(draft.path("revision").asInt()).isBetween(1 + 1 + 8 + 8 * edits, 1 + 1 + 8 + 9 * edits);
    }

    private static void editOften(DraftPath course, String lessonId, String text, int edits) {
        var etag = course.author().get(course.path("/lessons/" + lessonId)).header("ETag");
        for (var edit = 1; edit <= edits; edit++) {
            var answer = course.author()
                    .header("If-Match", etag)
                    .patch(course.path("/lessons/" + lessonId), Map.of("text", text.formatted(edit)));
            answer.expect(200);
            etag = answer.header("ETag");
        }
    }

    @Test
    void theTagOfAPartIsGoodForNoOtherPart() {
        var section = course.addSection("章");
        var mine = course.addArticle(section, "甲", "文");
        var others = course.addArticle(section, "乙", "文");
        var seen = course.draft();
        course.by(academy.author(0)).patchLesson(others, seen.path("revision").asInt(), Map.of("text", "别人改的"));
        var answer = course.patchLesson(mine, seen.path("revision").asInt(), Map.of("text", "我改的"));
        var tag = answer.header("ETag");
        assertThat(answer.expect(200).path("etag").asString()).isEqualTo(tag);
        var withTag = course.author().header("If-Match", tag);
        withTag.patch(course.path("/lessons/" + others), Map.of("text", "盖掉"))
                .expectProblem(412, "draft-changed-meanwhile");
        withTag.put(course.path(""), seen).expectProblem(412, "draft-changed-meanwhile");
        withTag.delete(course.path("/sections/" + section)).expectProblem(412, "draft-changed-meanwhile");
        withTag.patch(course.path("/lessons/" + mine), Map.of("text", "我再改")).expect(200);
        assertThat(course.draft().at("/sections/0/lessons/1/text").asString()).isEqualTo("别人改的");
    }

    @Test
    void aMoveIsNoReasonToRefuseAnEditOfTheSameLessonOrOfItsNeighbours() {
        var section = course.addSection("章");
        var first = course.addArticle(section, "甲", "文");
        var second = course.addArticle(section, "乙", "文");
        var seen = course.revision();
        course.author()
                .post(
                        course.path("/moves"),
                        Map.of("partId", first, "to", Map.of("sectionId", section, "after", second)))
                .expect(200);
        course.patchLesson(second, seen, Map.of("title", "乙改")).expect(200);
        course.patchLesson(first, seen, Map.of("title", "甲改")).expect(200);
        var moved = course.author()
                .get("/api/v1/courses/%s/revisions/differences?from=%d&to=%d"
                        .formatted(course.courseId(), seen, seen + 1))
                .expect(200);
        assertThat(moved.path("changes")).hasSize(1);
    }

    @Test
    void aLessonMovedIntoASectionMeanwhileIsNotRemovedWithIt() {
        var from = course.addSection("一");
        var lesson = course.addArticle(from, "课", "文");
        var removed = course.addSection("二");
        var seen = course.revision();
        course.author()
                .post(course.path("/moves"), Map.of("partId", lesson, "to", Map.of("sectionId", removed)))
                .expect(200);
        course.seen(seen).delete(course.path("/sections/" + removed)).expectProblem(412, "draft-changed-meanwhile");
        course.seen(course.revision())
                .delete(course.path("/sections/" + removed))
                .expect(200);
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
}
