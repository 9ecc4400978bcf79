package academy.artisan.lms.media.transcode;

import java.util.List;

import academy.artisan.lms.course.VideoId;
import academy.artisan.lms.support.Ids;
import academy.artisan.lms.testing.StackTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@StackTest
class TranscodingsIT {

    private static final List<Rendition> MADE =
            List.of(new Rendition(new Rung(360, 640, 360), 25, "avc1.64001e", 800_000, 700_000, List.of(4.0, 2.5)));

    @Autowired
    Transcodings transcodings;

    @Autowired
    JdbcClient jdbc;

    @Test
    void runThatLostItsVideoToAnotherShowsNothing() {
        var video = processingVideo();
        var first = Ids.next();
        var second = Ids.next();
        assertThat(transcodings.claim(video, first)).isTrue();
        assertThat(transcodings.claim(video, second)).isTrue();

        assertThatExceptionOfType(RunSuperseded.class).isThrownBy(() -> transcodings.progress(video, first, 50));
        assertThatExceptionOfType(RunSuperseded.class)
                .isThrownBy(() -> transcodings.ready(video, first, "first/", "first/poster.jpg", MADE));
        assertThat(renditions(video)).isZero();

        transcodings.ready(video, second, "second/", "second/poster.jpg", MADE);
        assertThat(renditions(video)).isOne();
    }

    @Test
    void readyVideoNeverChangesAgain() {
        var video = processingVideo();
        var run = Ids.next();
        transcodings.claim(video, run);
        transcodings.ready(video, run, "k/", "k/poster.jpg", MADE);

        assertThat(transcodings.claim(video, Ids.next())).isFalse();
        transcodings.failed(video, Failure.NOT_A_VIDEO);
        for (var change : List.of(
                "update media.video set length_ms = 1 where video_id = :id",
                "delete from media.video where video_id = :id",
                "update media.rendition set codecs = '' where video_id = :id",
                "delete from media.rendition where video_id = :id")) {
            assertThatExceptionOfType(DataAccessException.class)
                    .isThrownBy(
                            () -> jdbc.sql(change).param("id", video.value()).update())
                    .withStackTraceContaining("never changes");
        }
    }

    private VideoId processingVideo() {
        var video = VideoId.next();
        jdbc.sql("""
                insert into media.video
                    (video_id, group_id, file_name, size_bytes, part_size_bytes, upload_id, uploaded_by, created_at,
                     state, parts_digest)
                values (:id, :id, 'a.mp4', 1, 1, 'u', :id, now(), 'PROCESSING', 'd')
                """).param("id", video.value()).update();
        return video;
    }

    private int renditions(VideoId video) {
        return jdbc.sql("select count(*) from media.rendition where video_id = :id")
                .param("id", video.value())
                .query(Integer.class)
                .single();
    }
}
