package academy.artisan.lms.media;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import javax.sql.DataSource;

import academy.artisan.lms.media.transcode.AnotherNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Nodes that process what waits in one queue, each with one video at once. */
class SeveralNodesIT extends VideoStory {

    private static final Duration A_WHILE = Duration.ofMinutes(1);

    @TempDir
    Path folder;

    @Autowired
    ApplicationContext context;

    @Autowired
    DataSource database;

    @Autowired
    JdbcClient jdbc;

    @Test
    void whatOneHasNoHandFreeForIsDoneByAnotherAndWhatThatOneLeavesIsDoneByTheFirst() throws Exception {
        var author = author(0);
        var work = folder.resolve("work");
        var slow = video("slow.mp4", "2");
        var left = video("left.mp4", "3");
        try (var slowIsHeld = HeldLock.onDigest(database, sha256(slow));
                var leftIsHeld = HeldLock.onDigest(database, sha256(left))) {
            var slowId = author.upload("slow.mp4", slow);
            await().atMost(A_WHILE).until(() -> attempts(slowId) == 1);
            var leftId = author.upload("left.mp4", left);
            await().during(Duration.ofSeconds(2)).until(() -> attempts(leftId) == 0);

            try (var node = AnotherNode.start(context, work)) {
                await().atMost(A_WHILE).until(() -> Files.exists(work.resolve(leftId)));
                assertThat(attempts(slowId)).isEqualTo(1);
                node.cutOff();
                forgetHeartbeat(leftId);
                slowIsHeld.release();
                assertThat(author.processed(slowId).path("state").asString()).isEqualTo("READY");
                await().atMost(A_WHILE).until(() -> attempts(leftId) == 2);
                leftIsHeld.release();
                assertThat(author.processed(leftId).path("state").asString()).isEqualTo("READY");
                await().until(() -> !Files.exists(work.resolve(leftId)));
            }
            assertThat(attempts(slowId)).isEqualTo(1);
            // If another test had the same film before, its source is removed a moment after that is noticed
            var comparison = StoreAgainstDatabase.of(context);
            await().atMost(A_WHILE).until(() -> comparison.differences(List.of(slowId, leftId)), List::isEmpty);
        }
    }

    private byte[] video(String name, String seconds) throws Exception {
        return tools().video(folder.resolve(name), "320x180", false, "-t", seconds);
    }

    private static String sha256(byte[] file) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
    }

    private int attempts(String videoId) {
        return jdbc.sql("select attempts from media.content where content_id = :id::uuid")
                .param("id", videoId)
                .query(Integer.class)
                .single();
    }

    /** As if it had been silent for longer than anybody waits. */
    private void forgetHeartbeat(String videoId) {
        assertThat(jdbc.sql("""
                                update media.job set last_heartbeat = last_heartbeat - interval '1 minute'
                                where task_instance = :id and picked
                                """).param("id", videoId).update()).isEqualTo(1);
    }
}
