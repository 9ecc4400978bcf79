package academy.artisan.lms.media;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

import academy.artisan.lms.media.storage.Removals;
import academy.artisan.lms.support.Ids;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What becomes of the store when people try again and again. */
class UploadRoundsIT extends VideoStory {

    private static final int ROUNDS = 200;

    @Autowired
    ApplicationContext context;

    @Autowired
    Removals removals;

    private final List<String> videoIds = Collections.synchronizedList(new ArrayList<>());
    private final List<String> completed = Collections.synchronizedList(new ArrayList<>());

    @Test
    void uploadingGivingUpAndUploadingAgainLeavesNoOrphan() throws Exception {
        var author = author(0);
        IntStream.range(0, ROUNDS).parallel().forEach(round -> play(author, round));
        for (var videoId : completed) {
            assertThat(author.processed(videoId).path("state").asString()).isEqualTo("FAILED");
        }
        // one of two is thrown away, and what was left open stays so
        for (var i = 0; i < completed.size(); i += 2) {
            giveUp(author, completed.get(i));
        }
        removals.removeDue();

        var comparison = StoreAgainstDatabase.of(context);
        // the application's own job may be in the middle of one
        await().atMost(Duration.ofSeconds(30)).until(() -> comparison.differences(videoIds), List::isEmpty);
        assertThat(comparison.objects().stream().filter(this::isOurs)).hasSize(completed.size() / 2);
    }

    private void play(Author author, int round) {
        var file = "no video, try %d, %s".formatted(round, Ids.next()).getBytes(StandardCharsets.UTF_8);
        var upload = author.begin("try.mp4", file.length);
        var videoId = upload.videoId();
        videoIds.add(videoId);
        switch (round % 10) {
            case 0, 5 -> giveUp(author, videoId);
            case 1, 2, 6 -> {
                upload.putAll(file);
                giveUp(author, videoId);
            }
            case 7, 8 -> {
                upload.putAll(file);
                author.resumed(videoId);
                giveUp(author, videoId);
            }
            case 3 -> {
                assertThat(author.complete(videoId, upload.putAll(file)).status())
                        .isEqualTo(202);
                completed.add(videoId);
            }
            default -> {
                if (round < ROUNDS / 2) {
                    giveUp(author, videoId);
                }
            }
        }
    }

    private static void giveUp(Author author, String videoId) {
        assertThat(author.http().delete("/api/v1/videos/" + videoId).status()).isEqualTo(204);
    }

    private boolean isOurs(String key) {
        return videoIds.stream().anyMatch(key::contains);
    }
}
