package academy.artisan.lms.progress;

import java.util.List;
import java.util.Map;

import academy.artisan.lms.testing.Academy;
import academy.artisan.lms.testing.Api;
import academy.artisan.lms.testing.Documents;
import academy.artisan.lms.testing.StackTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Documents and articles from the author to the learner who is credited for reading them. */
@StackTest
class ReadingIT {

    @Autowired
    ApplicationContext context;

    private Academy academy;
    private Api author;
    private Api learner;

    @BeforeEach
    void people() {
        academy = new Academy(context);
        author = academy.author(0);
        learner = academy.learner(academy.employer("单位"));
    }

    @Test
    void documentIsReadWithoutALogInAndCreditedAsAnArticleIs() throws Exception {
        var content = Documents.pdf(2, "Safety first");
        var fileId = academy.file(author, 0, "焊接安全.pdf", content).path("fileId").asString();
        var courseId = academy.draft(author, 0, "安全", Academy.document("规程", fileId));
        academy.publish(author, academy.reviewer(1), courseId);

        var lesson =
                learner.get("/api/v1/catalog/courses/" + courseId).expect(200).at("/sections/0/lessons/0");
        assertThat(lesson.path("kind").asString()).isEqualTo("DOCUMENT");
        assertThat(lesson.path("durationSeconds").asInt()).isEqualTo(20);
        var watching = academy.watch(learner, courseId);
        var playback = watching.playback();
        assertThat(playback.path("documentName").asString()).isEqualTo("焊接安全.pdf");
        assertThat(playback.path("documentType").asString()).isEqualTo("application/pdf");
        assertThat(playback.path("durationSeconds").asInt()).isEqualTo(20);
        var read = Api.download(playback.path("documentUrl").asString());
        assertThat(read.response().body()).isEqualTo(content);
        assertThat(read.header("Content-Type")).isEqualTo("application/pdf");
        assertThat(read.header("Content-Disposition"))
                .startsWith("inline;")
                .endsWith("filename*=UTF-8''%E7%84%8A%E6%8E%A5%E5%AE%89%E5%85%A8.pdf");

        Thread.sleep(2_100);
        var credit = watching.beat(1, 0, 20).expect(200);
        assertThat(credit.path("creditedSeconds").asInt()).isBetween(2, 10);
        assertThat(credit.path("durationSeconds").asInt()).isEqualTo(20);
    }

    @Test
    void documentThatNoBrowserShowsIsSavedUnderItsOwnName() {
        var content = Documents.docx("焊接");
        var fileId =
                academy.file(author, 0, "工艺 卡.docx", content).path("fileId").asString();
        var courseId = academy.draft(author, 0, "工艺", Academy.document("卡", fileId));
        academy.publish(author, academy.reviewer(1), courseId);

        var playback = academy.watch(learner, courseId).playback();
        var read = Api.download(playback.path("documentUrl").asString());
        assertThat(read.response().body()).isEqualTo(content);
        assertThat(read.header("Content-Type"))
                .isEqualTo(playback.path("documentType").asString())
                .isEqualTo("application/vnd.openxmlformats-officedocument.wordprocessingml.document");
        assertThat(read.header("Content-Disposition"))
                .isEqualTo("attachment; filename=\"file.docx\"; filename*=UTF-8''%E5%B7%A5%E8%89%BA%20%E5%8D%A1.docx");
    }

    @Test
    void fileThatAPublishedCourseShowsCannotBeRemoved() {
        var fileId = academy.file(author, 0, "a.pdf", Documents.pdf(1, "a"))
                .path("fileId")
                .asString();
        var courseId = academy.draft(author, 0, "课", Academy.document("文档", fileId));
        academy.publish(author, academy.reviewer(1), courseId);

        author.delete("/api/v1/files/" + fileId).expectProblem(409, "file-in-use");
        author.get("/api/v1/files/" + fileId).expect(200);
    }

    @Test
    void documentOfAnotherGroupOrAPictureIsNoLesson() {
        var picture = academy.file(author, 0, "a.png", Documents.picture("png", 9, 9));
        var others = academy.file(academy.author(1), 1, "a.pdf", Documents.pdf(1, "a"));
        for (var file : new JsonNode[] {picture, others}) {
            var course = author.post(
                            "/api/v1/groups/%s/courses".formatted(academy.group(0)),
                            Map.of("title", "课", "summary", "", "level", "初级", "tags", List.of()))
                    .expect(201);
            var outline = Academy.outline(
                    "课", Academy.document("文档", file.path("fileId").asString()));
            author.header("If-Match", "\"1\"")
                    .put(
                            "/api/v1/courses/%s/draft"
                                    .formatted(course.path("courseId").asString()),
                            outline)
                    .expect(422);
        }
    }

    @Test
    void articleComesAsHtmlThatCanDoNoHarm() {
        var courseId = academy.published("文章", "# 标题\n\n**重点** [链接](https://example.org)");
        var playback = academy.watch(learner, courseId).playback();
        assertThat(playback.path("html").asString())
                .contains("<h1>标题</h1>", "<strong>重点</strong>", "rel=\"nofollow noopener noreferrer\"");
        assertThat(playback.path("text").asString()).startsWith("# 标题");
        assertThat(playback.path("documentUrl").isNull()
                        || playback.path("documentUrl").isMissingNode())
                .isTrue();
    }
}
