package academy.artisan.lms.authoring.draft;

import java.util.Map;
import java.util.UUID;

import academy.artisan.lms.testing.Academy;
import academy.artisan.lms.testing.Api;
import academy.artisan.lms.testing.Documents;
import academy.artisan.lms.testing.StackTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/** Which videos, documents and pictures a draft may show, and what becomes of it when they go. */
@StackTest
class DraftMediaIT {

    @Autowired
    ApplicationContext context;

    private Academy academy;
    private Api author;
    private DraftPath course;
    private String section;

    @BeforeEach
    void createCourse() {
        academy = new Academy(context);
        author = academy.author(0);
        course = DraftPath.create(author, academy.group(0), "媒体");
        section = course.addSection("章");
    }

    @Test
    void aLessonWhoseVideoVanishedStandsInNobodysWay() {
        var article = course.addArticle(section, "文", "文");
        var upload = author.post(
                        "/api/v1/videos",
                        Map.of("groupId", academy.group(0).toString(), "fileName", "a.mp4", "sizeBytes", 1000))
                .expect(201)
                .path("videoId")
                .asString();
        add(Map.of("title", "视频", "kind", "VIDEO", "videoId", upload)).expect(201);
        author.delete("/api/v1/videos/" + upload).expect(204);
        course.by(academy.author(0))
                .patchLesson(article, course.revision(), Map.of("title", "改"))
                .expect(200);
        assertThat(rules()).contains("OwnVideo", "VideoMissing");
    }

    @Test
    void onlyDocumentsAreShownAsDocumentsAndOnlyPicturesAsCovers() {
        var picture = academy.file(author, 0, "封面.png", Documents.picture("png", 800, 600))
                .path("fileId")
                .asString();
        var pdf = academy.file(author, 0, "讲义.pdf", Documents.pdf(2, "notes"))
                .path("fileId")
                .asString();
        assertRefused(add(Academy.document("图", picture)), "sections[0].lessons[0].documentId");
        assertRefused(cover(pdf), "coverId");
        add(Academy.document("讲义", pdf)).expect(201);
        cover(picture).expect(200);
        assertRefused(add(Academy.document("无", UUID.randomUUID().toString())), "sections[0].lessons[1].documentId");
        author.delete("/api/v1/files/" + pdf).expectProblem(409, "file-in-use");
        author.delete("/api/v1/files/" + picture).expectProblem(409, "file-in-use");
    }

    @Test
    void aBorrowedPictureIsNoDocumentEither() {
        var picture = academy.file(author, 0, "封面.png", Documents.picture("png", 800, 600))
                .path("fileId")
                .asString();
        var pdf = academy.file(author, 0, "讲义.pdf", Documents.pdf(2, "notes"))
                .path("fileId")
                .asString();
        add(Academy.document("讲义", pdf)).expect(201);
        cover(picture).expect(200);
        academy.publish(author, academy.reviewer(1), course.courseId());
        var borrower = academy.author(2);
        var copy = borrower.post(
                        "/api/v1/groups/%s/courses/copies".formatted(academy.group(2)),
                        Map.of("courseId", course.courseId(), "version", 1))
                .expect(201);
        var theirs = new DraftPath(borrower, copy.path("courseId").asString());
        var lesson = copy.at("/sections/0/lessons/0/id").asString();
        assertRefused(
                theirs.patchLesson(lesson, 1, Map.of("documentId", picture)), "sections[0].lessons[0].documentId");
        theirs.patchLesson(lesson, 1, Map.of("title", "借来的讲义")).expect(200);
        academy.publish(borrower, academy.reviewer(1), theirs.courseId());
        var other = DraftPath.create(borrower, academy.group(2), "没有借");
        assertRefused(
                borrower.post(
                        other.path("/sections/%s/lessons".formatted(other.addSection("章"))),
                        Academy.document("讲义", pdf)),
                "sections[0].lessons[0].documentId");
    }

    @Test
    void aCoverThatIsTooSmallStopsPublicationAndHoursFollowFromContent() {
        var icon = academy.file(author, 0, "小.png", Documents.picture("png", 320, 180))
                .path("fileId")
                .asString();
        cover(icon).expect(200);
        course.addArticle(section, "文", Academy.textOf(5400));
        var checks = author.get(course.path("/checks")).expect(200);
        assertThat(checks.path("publishable").asBoolean()).isFalse();
        assertThat(rules()).contains("PictureTooSmall");
        assertThat(checks.path("hours").asDouble()).isEqualTo(2.0);
    }

    private Api.Answer cover(String fileId) {
        return course.seen(course.revision()).patch(course.path("/attributes"), Map.of("coverId", fileId));
    }

    private Api.Answer add(Map<String, ?> lesson) {
        return author.post(course.path("/sections/%s/lessons".formatted(section)), lesson);
    }

    private Iterable<String> rules() {
        return author.get(course.path("/checks"))
                .expect(200)
                .path("items")
                .valueStream()
                .map(item -> item.path("rule").asString())
                .toList();
    }

    private static void assertRefused(Api.Answer answer, String field) {
        assertThat(answer.expectProblem(422, "invalid-fields")
                        .at("/errors/0/field")
                        .asString())
                .isEqualTo(field);
    }
}
