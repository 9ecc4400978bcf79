package academy.artisan.lms.media;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

import academy.artisan.lms.course.VideoId;
import academy.artisan.lms.identity.PersonId;
import academy.artisan.lms.media.content.ContentId;
import academy.artisan.lms.media.content.ContentKeys;
import academy.artisan.lms.media.operations.StoredVideos;
import academy.artisan.lms.media.storage.ObjectStore;
import academy.artisan.lms.media.storage.ObjectStore.NewObject;
import academy.artisan.lms.media.storage.Removals;
import academy.artisan.lms.media.transcode.TranscodingQueue;
import academy.artisan.lms.testing.Academy;
import academy.artisan.lms.testing.Api;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Processing that fails, is held, tried again and done anew, with the worker that really does it. */
class VideoOperationsIT extends VideoStory {

    private static final String JOBS = "/api/v1/media/jobs?limit=200&state=";

    @TempDir
    Path folder;

    @Autowired
    ApplicationContext context;

    @Autowired
    ObjectStore store;

    @Autowired
    TranscodingQueue queue;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    DataSource database;

    @Autowired
    JdbcClient jdbc;

    private Academy academy;
    private StoredVideos videos;
    private Api admin;
    private Api uploader;
    private PersonId uploaderId;

    @BeforeEach
    void people() {
        academy = new Academy(context);
        videos = new StoredVideos(context);
        admin = academy.admin();
        uploader = academy.author(0);
        uploaderId = Academy.idOf(uploader);
    }

    /** What has no source would be tried for hours. */
    @AfterEach
    void leaveNothingToDo() {
        jdbc.sql("update media.content set rebuild = false where rebuild").update();
        jdbc.sql("delete from media.job where task_name = 'transcode-video' and not picked")
                .update();
    }

    @Test
    void whoUploadedWhatFailedIsToldWhyOncePerOutcome() {
        var author = new Author(new Http(uploader.address(), uploader.token()), academy.group(0));
        var video = author.upload("课件.mp4", "no video".getBytes(StandardCharsets.UTF_8));
        author.processed(video);
        var notices = notices("zh-CN");
        assertThat(notices).hasSize(1);
        assertThat(notices.getFirst().path("text").asString()).startsWith("视频“课件.mp4”无法使用。文件中没有可读取的视频");
        assertThat(notices.getFirst().path("link").asString()).isEqualTo("/api/v1/videos/" + video);
        assertThat(notices("en").getFirst().path("text").asString()).contains("contains no video");

        uploader.post("/api/v1/videos/%s/retries".formatted(video)).expect(202);
        await().until(() -> notices("en").size() == 2);
        assertThat(author.processed(video).path("state").asString()).isEqualTo("FAILED");

        var again = author.upload("same.mp4", "no video".getBytes(StandardCharsets.UTF_8));
        assertThat(author.processed(again).path("failure").path("code").asString())
                .isEqualTo("not-a-video");
        assertThat(notices("en").getFirst().path("text").asString()).contains("same.mp4");
    }

    private List<JsonNode> notices(String language) {
        return uploader.header("Accept-Language", language)
                .get("/api/v1/me/notices")
                .expect(200)
                .path("items")
                .valueStream()
                .toList();
    }

    @Test
    void whatFailsAgainAndAgainIsHeldUntilItIsTriedAgainAndThenDoneAnew() throws Exception {
        var video = videos.unfinished(academy.group(0), uploaderId, "PROCESSING", null);
        var path = "/api/v1/videos/" + video;
        transaction.executeWithoutResult(ignored -> queue.add(ContentId.of(video)));
        var waiting = await().until(() -> job("WAITING", video), job -> job.has("lastError"));
        assertThat(waiting.path("nextAttemptAt").asString()).isNotBlank();
        assertThat(waiting.path("attempts").asInt()).isEqualTo(1);

        jdbc.sql("update media.job set consecutive_failures = 20, execution_time = now() where task_instance = :id")
                .param("id", video.toString())
                .update();
        await().until(() -> uploader.get(path).expect(200).path("held").asBoolean());
        assertThat(job("HELD", video).at("/failure/code").asString()).isEqualTo("processing-failed");
        assertThat(notices("en").getFirst().path("kind").asString()).isEqualTo("video-held");
        assertThat(admin.get("/api/v1/me/notices")
                        .expect(200)
                        .at("/items/0/kind")
                        .asString())
                .isEqualTo("video-to-decide");

        putSource(video);
        uploader.post(path + "/retries").expect(202);
        await().atMost(Duration.ofMinutes(2))
                .until(() -> uploader.get(path).expect(200).path("state").asString(), "READY"::equals);
        assertThat(bytesOfRun(video)).isEqualTo(bytesInStore(video));

        var before = run(video);
        var wanted = Map.of("videoIds", List.of(video.toString()));
        assertThat(admin.post("/api/v1/media/rebuilds", wanted)
                        .expect(202)
                        .path("queued")
                        .asInt())
                .isEqualTo(1);
        assertThat(uploader.get(path).expect(200).path("state").asString()).isEqualTo("READY");
        await().atMost(Duration.ofMinutes(2)).until(() -> !run(video).equals(before));
        assertThat(actions(video)).containsExactly("video-rebuilt", "video-retried");
    }

    @Test
    void whatIsRemovedWhileItIsProcessedLeavesNothingInTheStore() throws Exception {
        var author = new Author(new Http(uploader.address(), uploader.token()), academy.group(0));
        var file = tools().video(folder.resolve("long.mp4"), "1280x720", false, "-t", "15");
        var video = author.upload("long.mp4", file);
        await().atMost(Duration.ofMinutes(1))
                .until(() -> author.status(video).path("progressPercent").asInt() > 0);
        uploader.delete("/api/v1/videos/" + video).expect(204);
        await().atMost(Duration.ofMinutes(1))
                .until(() -> jdbc.sql("select count(*) from media.job where task_instance = :id")
                                .param("id", video)
                                .query(Integer.class)
                                .single()
                        == 0);
        context.getBean(Removals.class).removeDue();
        await().until(() -> keysInStore(VideoId.of(video)), List::isEmpty);
    }

    private List<String> keysInStore(VideoId video) {
        var keys = new ArrayList<String>();
        store.remove(ContentKeys.prefix(ContentId.of(video)), keys::add);
        return keys;
    }

    private void putSource(VideoId video) throws Exception {
        var file = folder.resolve("robot.mp4");
        tools().video(file, "320x180", true, "-t", "2");
        store.put(List.of(new NewObject(ContentKeys.source(ContentId.of(video)), file, "video/mp4")));
    }

    private String run(VideoId video) {
        return jdbc.sql("select current_run::text from media.content where content_id = :id")
                .param("id", video.value())
                .query(String.class)
                .single();
    }

    private long bytesOfRun(VideoId video) {
        return jdbc.sql("select bytes from media.run where run_id = :run::uuid")
                .param("run", run(video))
                .query(Long.class)
                .single();
    }

    private long bytesInStore(VideoId video) {
        var run = ContentKeys.prefix(ContentId.of(video)) + run(video) + "/";
        var files = jdbc.sql("""
                        select key_prefix || file from media.rendition, lateral (select 'init.mp4' as file
                            union all select lpad((n - 1)::text, 5, '0') || '.m4s'
                            from generate_series(1, cardinality(segment_seconds)) n) files
                        where run_id = :run::uuid
                        union all select poster_key from media.run where run_id = :run::uuid
                        """).param("run", run(video)).query(String.class).list();
        var sheet = store.size(run + "sheet1.jpg").orElse(0);
        return files.stream().mapToLong(key -> store.size(key).orElseThrow()).sum() + sheet;
    }

    @Test
    void whatOlderLaddersMadeIsRebuiltOnceAndAfterNewUploads() throws Exception {
        var old = videos.ready(academy.group(0), uploaderId, "360");
        var current = videos.ready(academy.group(0), uploaderId);
        var fresh = videos.unfinished(academy.group(0), uploaderId, "PROCESSING", null);
        try (var _ = HeldLock.onContent(database, fresh.toString())) {
            transaction.executeWithoutResult(ignored -> {
                queue.rebuildOlder();
                queue.add(ContentId.of(fresh));
            });
            await().atMost(Duration.ofMinutes(1)).until(() -> isTaken(fresh));
            assertThat(isBegun(old)).isFalse();
        }
        await().atMost(Duration.ofMinutes(1)).until(() -> isBegun(old) && isBegun(fresh));
        assertThat(isBegun(current)).isFalse();
        assertThat(admin.post("/api/v1/media/rebuilds", Map.of("ladder", "OLDER"))
                        .expect(202)
                        .path("queued")
                        .asInt())
                .isZero();
        await().until(() -> job("WAITING", old).path("rebuild").asBoolean());
    }

    private boolean isTaken(VideoId video) {
        return jdbc.sql("select picked from media.job where task_instance = :id")
                .param("id", video.toString())
                .query(Boolean.class)
                .single();
    }

    private boolean isBegun(VideoId video) {
        return jdbc.sql("select attempts > 0 from media.content where content_id = :id")
                .param("id", video.value())
                .query(Boolean.class)
                .single();
    }

    @Test
    void whatCannotBeRebuiltIsRefusedByName() {
        var ready = videos.ready(academy.group(0), uploaderId);
        var failed = videos.unfinished(academy.group(0), uploaderId, "FAILED", "not-a-video");
        var rebuilds = "/api/v1/media/rebuilds";
        var wanted = List.of(ready.toString(), failed.toString(), VideoId.next().toString());
        var problem = admin.post(rebuilds, Map.of("videoIds", wanted)).expectProblem(422, "invalid-fields");
        assertThat(problem.path("errors")
                        .valueStream()
                        .map(error -> error.path("field").asString()))
                .containsExactly("videoIds[1]", "videoIds[2]");
        assertThat(jdbc.sql("select rebuild from media.content where content_id = :id")
                        .param("id", ready.value())
                        .query(Boolean.class)
                        .single())
                .isFalse();
        admin.post(rebuilds, Map.of()).expectProblem(422, "invalid-fields");
        admin.post(rebuilds, Map.of("ladder", "OLDER", "videoIds", wanted)).expectProblem(422, "invalid-fields");
        admin.post(rebuilds, Map.of("ladder", "NEWER")).expect(400);
        admin.post(rebuilds, Map.of("videoIds", List.of())).expect(400);
        uploader.post(rebuilds, Map.of("ladder", "OLDER")).expectProblem(403, "not-allowed");
    }

    private JsonNode job(String state, VideoId video) {
        return admin.get(JOBS + state)
                .expect(200)
                .path("items")
                .valueStream()
                .filter(job -> job.path("videoId").asString().equals(video.toString()))
                .findFirst()
                .orElseGet(JsonNodeFactory.instance::objectNode);
    }

    private List<String> actions(VideoId video) {
        return admin.get("/api/v1/audit?subjectId=" + video)
                .expect(200)
                .path("items")
                .valueStream()
                .map(entry -> entry.path("action").asString())
                .toList();
    }
}
