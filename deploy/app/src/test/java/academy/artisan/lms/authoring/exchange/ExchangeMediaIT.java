package academy.artisan.lms.authoring.exchange;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import academy.artisan.lms.testing.Academy;
import academy.artisan.lms.testing.Api;
import academy.artisan.lms.testing.Documents;
import academy.artisan.lms.testing.StackTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@StackTest
class ExchangeMediaIT {

    @Autowired
    ApplicationContext context;

    @TempDir
    Path folder;

    private Installation here;
    private Installation there;
    private Api author;
    private Api authorThere;
    private String fileId = "";
    private String videoId = "";

    @BeforeEach
    void people() {
        here = Installation.of(context);
        there = Installation.another();
        author = here.academy().author(0);
        authorThere = there.academy().author(0);
    }

    /** A course of a video and a document, with a cover. */
    private String course() throws Exception {
        var group = here.academy().group(0);
        var content = film();
        var upload = author.post(
                        "/api/v1/videos",
                        Map.of("groupId", group.toString(), "fileName", "示教.mp4", "sizeBytes", content.length))
                .expect(201);
        videoId = upload.path("videoId").asString();
        var put = Api.upload(upload.at("/parts/0/url").asString(), content);
        author.post(
                        "/api/v1/videos/%s/completion".formatted(videoId),
                        Map.of("parts", List.of(Map.of("number", 1, "etag", put.header("ETag")))))
                .expect(202);
        assertThat(processed(author).path("state").asString()).isEqualTo("READY");
        fileId = here.academy()
                .file(author, 0, "规程.pdf", Documents.pdf(2, "Safety"))
                .path("fileId")
                .asString();
        var cover = here.academy().file(author, 0, "封面.png", Documents.picture("png", 640, 360));
        var courseId = here.academy().draft(author, 0, "示教 / 入门", "字");
        author.header("If-Match", "\"2\"")
                .put(
                        "/api/v1/courses/%s/draft".formatted(courseId),
                        Map.of(
                                "title",
                                "示教 / 入门",
                                "summary",
                                "",
                                "level",
                                "初级",
                                "tags",
                                List.of(),
                                "coverId",
                                cover.path("fileId").asString(),
                                "sections",
                                List.of(Map.of(
                                        "title",
                                        "章",
                                        "lessons",
                                        List.of(
                                                Map.of("title", "看", "kind", "VIDEO", "videoId", videoId),
                                                Academy.document("读", fileId))))))
                .expect(200);
        return courseId;
    }

    private byte[] film() throws Exception {
        var file = folder.resolve(UUID.randomUUID() + ".mp4");
        var ffmpeg = context.getEnvironment().getRequiredProperty("lms.media.ffmpeg");
        var program = Path.of(ffmpeg);
        var builder = new ProcessBuilder(List.of((ffmpeg + " -v error -f lavfi -i testsrc2=size=320x180:rate=10 -t 3"
                        + " -c:v libx264 -preset ultrafast -pix_fmt yuv420p " + file)
                .split(" ")));
        builder.environment().put("LD_LIBRARY_PATH", program.resolveSibling("").toString());
        var process = builder.inheritIO().start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return Files.readAllBytes(file);
    }

    private JsonNode processed(Api api) {
        return await().atMost(Duration.ofMinutes(2))
                .until(
                        () -> api.get("/api/v1/videos/" + videoId).expect(200),
                        video -> !video.path("state").asString().equals("PROCESSING"));
    }

    @Test
    void aCourseTravelsWithItsVideoItsDocumentAndItsCover() throws Exception {
        var courseId = course();
        here.academy().publish(author, here.academy().reviewer(1), courseId);
        var archive = here.exportWithMedia(author, courseId);
        assertThat(Zips.manifest(archive).path("media")).hasSize(3);

        assertThat(there.imported(authorThere, 0, archive)).isEqualTo(courseId);

        assertThat(processed(authorThere).path("state").asString()).isEqualTo("READY");
        var file = authorThere.get("/api/v1/files/" + fileId).expect(200);
        assertThat(file.path("pages").asInt()).isEqualTo(2);
        assertThat(file.path("fileName").asString()).isEqualTo("规程.pdf");
        assertThat(Api.download(file.path("url").asString()).response().body())
                .isEqualTo(Zips.entries(archive).get("media/files/" + fileId));
        assertThat(checks(authorThere, courseId).toString()).doesNotContain("Missing", "Own");
        assertThat(Zips.content(there.exportWithMedia(authorThere, courseId)))
                .containsExactlyEntriesOf(Zips.content(archive));
        there.academy().publish(authorThere, there.academy().reviewer(1), courseId);
        authorThere.get("/api/v1/catalog/courses/" + courseId).expect(200);
    }

    private static JsonNode checks(Api author, String courseId) {
        return author.get("/api/v1/courses/%s/draft/checks".formatted(courseId)).expect(200);
    }

    @Test
    void withoutMediaTheLessonsSayWhatIsMissingUntilTheMediaArrive() throws Exception {
        var courseId = course();
        there.imported(authorThere, 0, here.export(author, courseId));
        assertThat(checks(authorThere, courseId).toString()).contains("VideoMissing", "DocumentMissing");
        var lesson = authorThere
                .get("/api/v1/courses/%s/draft".formatted(courseId))
                .expect(200)
                .at("/sections/0/lessons/0/id")
                .asString();
        authorThere
                .header("If-Match", "\"1\"")
                .patch("/api/v1/courses/%s/draft/lessons/%s".formatted(courseId, lesson), Map.of("title", "观看"))
                .expect(200);
        authorThere
                .header("If-Match", "\"2\"")
                .patch("/api/v1/courses/%s/draft/lessons/%s".formatted(courseId, lesson), Map.of("title", "看"))
                .expect(200);

        there.imported(authorThere, 0, here.exportWithMedia(author, courseId));
        assertThat(processed(authorThere).path("state").asString()).isEqualTo("READY");
        assertThat(checks(authorThere, courseId).toString()).doesNotContain("Missing", "Own");
    }

    @Test
    void anArchiveIsThereForADayUnderAChineseName() throws Exception {
        var courseId = course();
        var archives = "/api/v1/courses/%s/archives".formatted(courseId);
        author.post(archives, Map.of("media", false)).expect(400);
        here.exportWithMedia(author, courseId);
        var archiveId = here.jdbc()
                .sql("select archive_id from authoring.archive where course_id = :course")
                .param("course", UUID.fromString(courseId))
                .query(UUID.class)
                .single();
        var made = author.get(archives + "/" + archiveId).expect(200);
        var url = made.path("url").asString();
        assertThat(Api.download(url).header("Content-Disposition"))
                .contains("filename*=UTF-8''%E7%A4%BA%E6%95%99%20_%20%E5%85%A5%E9%97%A8.zip");
        here.academy().author(1).get(archives + "/" + archiveId).expect(404);

        here.jdbc()
                .sql("update authoring.archive set expires_at = now() where archive_id = :id")
                .param("id", archiveId)
                .update();
        author.get(archives + "/" + archiveId).expect(404);
        context.getBean(ArchiveJob.class).removeExpired();
        assertThat(Api.download(url).status()).isEqualTo(404);
    }

    @Test
    void aCopyShowsTheSameMedia() throws Exception {
        var courseId = course();
        var copy = here.take(author, 0, here.exportWithMedia(author, courseId), true)
                .path("courseId")
                .asString();
        assertThat(copy).isNotEmpty().isNotEqualTo(courseId);
        assertThat(checks(author, copy).toString()).doesNotContain("Missing", "Own");
        var other = here.academy().author(1);
        var borrowed = here.take(other, 1, here.exportWithMedia(author, courseId), true)
                .path("courseId")
                .asString();
        assertThat(borrowed).isNotEmpty();
        assertThat(checks(other, borrowed).toString()).doesNotContain("Missing", "Own");
    }
}
