package academy.artisan.lms.media.transcode;

import java.time.Duration;
import java.util.List;

import academy.artisan.lms.course.VideoId;
import academy.artisan.lms.media.content.ContentId;
import academy.artisan.lms.media.content.Contents;
import academy.artisan.lms.media.source.Failure;
import academy.artisan.lms.support.Ids;
import academy.artisan.lms.testing.StackTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@StackTest
class TranscodingsIT {

    private static final Made MADE = new Made(
            "ladder",
            List.of(new Rendition(
                    "360p", new Rendition.Frames(640, 360, 25), "avc1.64001e", 800_000, 700_000, List.of(4.0, 2.5))),
            null,
            null);

    @Autowired
    Transcodings transcodings;

    @Autowired
    Restarts restarts;

    @Autowired
    Contents contents;

    @Autowired
    TransactionOperations transaction;

    @Autowired
    JdbcClient jdbc;

    @Test
    void runThatLostItsContentToAnotherShowsNothing() {
        var content = content();
        var first = Ids.next();
        var second = Ids.next();
        assertThat(transcodings.claim(content, first)).isTrue();
        assertThat(transcodings.claim(content, second)).isTrue();

        assertThatExceptionOfType(RunSuperseded.class).isThrownBy(() -> transcodings.progress(content, first, 50));
        assertThatExceptionOfType(RunSuperseded.class).isThrownBy(() -> transcodings.ready(content, first, MADE, 1));
        transcodings.failed(content, first, Failure.TOOK_TOO_LONG);
        transcodings.failedForNow(content, first, new IllegalStateException("of the first"));
        assertThat(state(content)).isEqualTo("PROCESSING");
        assertThat(jdbc.sql("select last_error is null from media.content where content_id = :id")
                        .param("id", content.value())
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThat(transcodings.runs(content)).isEmpty();

        transcodings.ready(content, second, MADE, 1);
        assertThat(transcodings.runs(content)).containsExactly(second);
    }

    @Test
    void whatIsReadyNeverChangesAgain() {
        var content = content();
        var run = Ids.next();
        transcodings.claim(content, run);
        transcodings.ready(content, run, MADE, 1);

        assertThat(transcodings.claim(content, Ids.next())).isFalse();
        transcodings.failed(content, run, Failure.NOT_A_VIDEO);
        transcodings.held(content);

        assertThat(state(content)).isEqualTo("READY");
        for (var change : List.of(
                "update media.content set length_ms = 1 where content_id = :id",
                "update media.content set state = 'FAILED', failure = '', current_run = null, length_ms = null where content_id = :id",
                "update media.run set ladder = '' where content_id = :id",
                "update media.rendition set codecs = '' where run_id in (select run_id from media.run where content_id = :id)")) {
            assertThatExceptionOfType(DataAccessException.class)
                    .isThrownBy(
                            () -> jdbc.sql(change).param("id", content.value()).update())
                    .withStackTraceContaining("never changes");
        }
    }

    @Test
    void whatIsMadeAnewTakesThePlaceOfWhatWasMadeBeforeWhichIsPlayedForAWhile() {
        var content = content();
        var before = Ids.next();
        transcodings.claim(content, before);
        transcodings.ready(content, before, MADE, 1);
        restarts.wantRebuilt(List.of(content));

        var after = Ids.next();
        assertThat(transcodings.claim(content, after)).isTrue();
        transcodings.ready(content, after, MADE, 1);
        assertThat(transcodings.claim(content, Ids.next())).isFalse();

        transcodings.removeRetired(Duration.ofDays(2));
        assertThat(transcodings.runs(content)).containsExactlyInAnyOrder(before, after);
        transcodings.removeRetired(Duration.ofMillis(-1));
        assertThat(transcodings.runs(content)).containsExactly(after);
        assertThat(jdbc.sql("select key_prefix from media.removal where key_prefix like :run")
                        .param("run", "%" + before + "%")
                        .query(String.class)
                        .list())
                .containsExactly("videos/%s/%s/".formatted(content, before));
    }

    @Test
    void rebuildThatFailsLeavesWhatIsPlayed() {
        var content = content();
        var run = Ids.next();
        transcodings.claim(content, run);
        transcodings.ready(content, run, MADE, 1);
        restarts.wantRebuilt(List.of(content));

        transcodings.claim(content, Ids.next());
        transcodings.held(content);

        assertThat(state(content)).isEqualTo("READY");
        assertThat(transcodings.claim(content, Ids.next())).isFalse();
    }

    private String state(ContentId content) {
        return jdbc.sql("select state from media.content where content_id = :id")
                .param("id", content.value())
                .query(String.class)
                .single();
    }

    private ContentId content() {
        var content = ContentId.of(VideoId.next());
        transaction.executeWithoutResult(ignored -> contents.add(content, 1));
        return content;
    }
}
