package academy.artisan.lms.authoring.exchange;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

import academy.artisan.lms.embedded.ApplicationProcess;
import academy.artisan.lms.embedded.InstalledStores;
import academy.artisan.lms.testing.Academy;
import academy.artisan.lms.testing.Api;
import academy.artisan.lms.testing.Documents;
import io.minio.ListObjectsArgs;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import static academy.artisan.lms.testing.Documents.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The whole application is killed in the middle of two imports, a good one and one that will be refused. */
class KilledImportIT {

    private static final int FILES = 5;
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    @TempDir
    static Path folder;

    private static ApplicationProcess application;
    private static InstalledStores stores;

    @BeforeAll
    static void start() throws IOException {
        stores = InstalledStores.in(folder.resolve("data"));
        application = ApplicationProcess.start(
                stores.data(), folder.resolve("first.log"), stores.variablesWithSharedSearch());
        application.awaitReady();
    }

    @AfterAll
    static void endWhateverIsLeft() {
        application.process().toHandle().descendants().forEach(ProcessHandle::destroyForcibly);
        application.process().destroyForcibly();
    }

    private static Api admin() {
        return application.api().as("admin", ApplicationProcess.ADMIN_PASSWORD);
    }

    @Test
    void afterAKillTheGoodOneIsWholeAndTheBadOneLeftNothing() throws Exception {
        var admin = admin();
        var group = admin.get("/api/v1/groups").expect(200).at("/items/0/id").asString();
        var archive = Forgery.of(exported(admin, group));
        var good = elsewhere(archive);
        var bad = elsewhere(archive);
        bad = bad.with(files(bad).getLast(), utf8("no document")).consistent();
        var taken = upload(admin, group, good.zipWithStoredMedia());
        var refused = upload(admin, group, bad.zipWithStoredMedia());

        await().atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> isInTheMiddle(admin, taken) || isInTheMiddle(admin, refused));
        application.process().destroyForcibly().waitFor();
        application = ApplicationProcess.start(
                stores.data(), folder.resolve("second.log"), stores.variablesWithSharedSearch());
        application.awaitReady();

        assertThat(outcome(taken).path("state").asString()).isEqualTo("DONE");
        assertThat(outcome(refused).at("/problems/0/code").asString()).isEqualTo("media-refused");
        for (var file : files(good)) {
            var found = admin().get("/api/v1/files/" + idOf(file)).expect(200);
            assertThat(Api.download(found.path("url").asString()).response().body())
                    .isEqualTo(good.entries().get(file));
        }
        assertNothingIsLeft(files(bad).stream().map(KilledImportIT::idOf).toList());
    }

    private static boolean isInTheMiddle(Api admin, String importId) {
        var state = admin.get("/api/v1/imports/" + importId).expect(200);
        return state.path("progressPercent").asInt() > 30;
    }

    private static JsonNode outcome(String importId) {
        var admin = admin();
        return await().atMost(Duration.ofMinutes(3))
                .until(
                        () -> admin.get("/api/v1/imports/" + importId).expect(200),
                        state -> !state.path("state").asString().equals("CHECKING"));
    }

    private static void assertNothingIsLeft(List<String> ids) throws Exception {
        for (var id : ids) {
            admin().get("/api/v1/files/" + id).expect(404);
        }
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(objects())
                        .isNotEmpty()
                        .noneMatch(
                                key -> key.contains("imports") || ids.stream().anyMatch(key::contains)));
        try (var work = Files.list(folder.resolve("data/work/exchange"))) {
            assertThat(work).isEmpty();
        }
    }

    private static List<String> objects() throws Exception {
        var keys = new ArrayList<String>();
        var all = ListObjectsArgs.builder()
                .bucket(stores.bucket())
                .recursive(true)
                .build();
        try (var store = stores.store()) {
            for (var item : store.listObjects(all)) {
                keys.add(item.get().objectName());
            }
        }
        return keys;
    }

    /** A course of documents, with its media. */
    private static byte[] exported(Api admin, String group) {
        var lessons = new ArrayList<Map<String, Object>>();
        for (var i = 0; i < FILES; i++) {
            lessons.add(Academy.document("读" + i, file(admin, group, Documents.pdf(1, "Rule " + i))));
        }
        var course = admin.post(
                        "/api/v1/groups/%s/courses".formatted(group),
                        Map.of("title", "课", "summary", "", "level", "初级", "tags", List.of()))
                .expect(201)
                .path("courseId")
                .asString();
        var outline = new HashMap<>(Academy.outline("课", lessons.getFirst()));
        outline.put("sections", List.of(Map.of("title", "章", "lessons", lessons)));
        admin.header("If-Match", "\"1\"")
                .put("/api/v1/courses/%s/draft".formatted(course), outline)
                .expect(200);
        var archives = "/api/v1/courses/%s/archives".formatted(course);
        var begun = admin.post(archives, Map.of("media", true)).expect(202);
        var made = await().atMost(Duration.ofMinutes(1))
                .until(
                        () -> admin.get(archives + "/" + begun.path("archiveId").asString())
                                .expect(200),
                        archive -> archive.path("state").asString().equals("READY"));
        return Api.download(made.path("url").asString()).response().body();
    }

    private static String file(Api admin, String group, byte[] content) {
        var file = admin.post(
                        "/api/v1/files", Map.of("groupId", group, "fileName", "规程.pdf", "sizeBytes", content.length))
                .expect(201);
        Api.upload(file.path("url").asString(), content);
        var fileId = file.path("fileId").asString();
        admin.post("/api/v1/files/%s/completion".formatted(fileId)).expect(200);
        return fileId;
    }

    /** The same course as if another installation had made it: with other ids. */
    private static Forgery elsewhere(Forgery archive) {
        var ids = new HashMap<String, String>();
        var entries = new LinkedHashMap<String, byte[]>();
        archive.entries().forEach((path, content) -> {
            var isText = path.endsWith(".json");
            entries.put(
                    replaced(path, ids),
                    isText ? utf8(replaced(new String(content, StandardCharsets.UTF_8), ids)) : content);
        });
        return new Forgery(entries).consistent();
    }

    private static String replaced(String text, Map<String, String> ids) {
        return ID.matcher(text)
                .replaceAll(id -> ids.computeIfAbsent(
                        id.group(), ignored -> UUID.randomUUID().toString()));
    }

    private static List<String> files(Forgery archive) {
        return archive.entries().keySet().stream()
                .filter(path -> path.startsWith("media/files/"))
                .toList();
    }

    private static String idOf(String path) {
        return path.substring("media/files/".length());
    }

    private static String upload(Api admin, String group, byte[] archive) {
        var begun = admin.post(
                        "/api/v1/groups/%s/imports".formatted(group),
                        Map.of("fileName", "课.zip", "sizeBytes", archive.length))
                .expect(201);
        var put = Api.upload(begun.at("/parts/0/url").asString(), archive);
        var importId = begun.path("importId").asString();
        admin.post(
                        "/api/v1/imports/%s/completion".formatted(importId),
                        Map.of("parts", List.of(Map.of("number", 1, "etag", put.header("ETag")))))
                .expect(202);
        return importId;
    }
}
