package academy.artisan.lms.media.files;

import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import academy.artisan.lms.course.FileId;
import academy.artisan.lms.course.FileLibrary;
import academy.artisan.lms.media.storage.ObjectStore;
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

@StackTest
class FilesIT {

    @Autowired
    ApplicationContext context;

    @Autowired
    FileLibrary library;

    @Autowired
    ObjectStore store;

    private Academy academy;
    private Api author;

    @BeforeEach
    void people() {
        academy = new Academy(context);
        author = academy.author(0);
    }

    private static String path(JsonNode file) {
        return "/api/v1/files/" + file.path("fileId").asString();
    }

    @Test
    void documentComesBackByteForByteUnderItsChineseName() throws Exception {
        var content = Documents.pdf(3, "Welding robots");
        var file = academy.file(author, 0, "焊接机器人 (第 1 版)*.pdf", content);

        assertThat(file.path("state").asString()).isEqualTo("READY");
        assertThat(file.path("type").asString()).isEqualTo("PDF");
        assertThat(file.path("pages").asInt()).isEqualTo(3);
        assertThat(file.path("readingTimeSeconds").asInt()).isEqualTo(30);
        assertThat(file.path("sha256").asString())
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(content)));
        var read = Api.download(file.path("url").asString());
        assertThat(read.status()).isEqualTo(200);
        assertThat(read.response().body()).isEqualTo(content);
        assertThat(read.header("Content-Type")).isEqualTo("application/pdf");
        assertThat(read.header("Content-Disposition"))
                .isEqualTo(
                        "inline; filename=\"file.pdf\"; filename*=UTF-8''%E7%84%8A%E6%8E%A5%E6%9C%BA%E5%99%A8%E4%BA%BA%20%28%E7%AC%AC%201%20%E7%89%88%29%2A.pdf");
    }

    @Test
    void nameAndTypeOfAnAddressCannotBeChanged() {
        var file = academy.file(author, 0, "a.docx", Documents.docx("a"));
        var url = file.path("url").asString();
        assertThat(Api.download(url).header("Content-Disposition")).startsWith("attachment; ");
        assertThat(Api.download(url.replace("attachment", "inline")).status()).isEqualTo(403);
        assertThat(Api.download(url.replaceFirst("response-content-type=[^&]+", "response-content-type=text%2Fhtml"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void pictureTellsItsSize() {
        var file = academy.file(author, 0, "cover.jpeg", Documents.picture("jpeg", 640, 360));
        assertThat(file.path("width").asInt()).isEqualTo(640);
        assertThat(file.path("height").asInt()).isEqualTo(360);
        assertThat(file.has("pages")).isFalse();
        assertThat(Api.download(file.path("url").asString()).header("Content-Type"))
                .isEqualTo("image/jpeg");
    }

    @Test
    void falseContentIsRefusedInBothLanguagesEachTimeAndIsGone() {
        var content = Documents.xlsx("a");
        var upload = academy.announce(author, 0, "plan.docx", content.length);
        assertThat(Api.upload(upload.path("url").asString(), content).status()).isEqualTo(200);

        for (var i = 0; i < 2; i++) {
            var problem = author.post(path(upload) + "/completion").expectProblem(422, "file-refused");
            assertThat(problem.path("reason").asString()).isEqualTo("other-type");
            assertThat(problem.path("detail").asString()).contains("not what its name says");
        }
        var chinese = author.header("Accept-Language", "zh-CN")
                .post(path(upload) + "/completion")
                .expectProblem(422, "file-refused");
        assertThat(chinese.path("detail").asString()).contains("内容与文件名不符");
        var seen = author.get(path(upload)).expect(200);
        assertThat(seen.path("state").asString()).isEqualTo("REFUSED");
        assertThat(seen.path("refusal").path("code").asString()).isEqualTo("other-type");
        assertThat(store.size(FileKeys.upload(id(upload)))).isEmpty();
        assertThat(library.find(List.of(id(upload)))).isEmpty();
    }

    private static FileId id(JsonNode file) {
        return FileId.of(file.path("fileId").asString());
    }

    @Test
    void addressTakesOnlyTheAnnouncedSize() {
        var upload = academy.announce(author, 0, "a.pdf", 10);
        assertThat(Api.upload(upload.path("url").asString(), new byte[11]).status())
                .isEqualTo(403);
        author.post(path(upload) + "/completion").expectProblem(422, "file-not-uploaded");
        assertThat(author.get(path(upload)).expect(200).path("state").asString())
                .isEqualTo("UPLOADING");
    }

    @Test
    void whatIsPutAfterTheCompletionIsNeverRead() {
        var content = Documents.pdf(1, "harmless");
        var upload = academy.announce(author, 0, "a.pdf", content.length);
        var url = upload.path("url").asString();
        Api.upload(url, content);
        var file = author.post(path(upload) + "/completion").expect(200);

        assertThat(Api.upload(url, new byte[content.length]).status()).isEqualTo(200);
        assertThat(author.post(path(upload) + "/completion").expect(200)).isEqualTo(file);
        assertThat(Api.download(file.path("url").asString()).response().body()).isEqualTo(content);
    }

    @Test
    void completionsAtTheSameTimeAgree() {
        var content = Documents.pdf(1, "once");
        var upload = academy.announce(author, 0, "a.pdf", content.length);
        Api.upload(upload.path("url").asString(), content);
        var digests = IntStream.range(0, 4)
                .parallel()
                .mapToObj(ignored -> author.post(path(upload) + "/completion"))
                .filter(answer -> answer.status() == 200)
                .map(answer -> answer.json().path("sha256").asString())
                .distinct();
        assertThat(digests).hasSize(1);
        var url = author.get(path(upload)).expect(200).path("url").asString();
        assertThat(Api.download(url).response().body()).isEqualTo(content);
    }

    @Test
    void namesAndSizesThatCannotBeAreRefusedByName() {
        refused("a.exe", 10, 422, "fileName");
        refused("a.docm", 10, 422, "fileName");
        refused("pdf/../a.pdf", 10, 422, "fileName");
        refused("a\u202efdp.pdf", 10, 422, "fileName");
        refused("a.pdf", (100L << 20) + 1, 422, "sizeBytes");
        refused("a.png", (10L << 20) + 1, 422, "sizeBytes");
        refused("a.pdf", 0, 400, "sizeBytes");
        refused("", 1, 400, "fileName");
        refused("a".repeat(300) + ".pdf", 1, 400, "fileName");
    }

    private void refused(String name, long size, int status, String field) {
        var answer = author.post(
                "/api/v1/files", Map.of("groupId", academy.group(0).toString(), "fileName", name, "sizeBytes", size));
        assertThat(answer.expect(status).path("errors"))
                .as(name)
                .anySatisfy(error -> assertThat(error.path("field").asString()).isEqualTo(field));
    }
}
