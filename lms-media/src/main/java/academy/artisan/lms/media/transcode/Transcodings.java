package academy.artisan.lms.media.transcode;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import academy.artisan.lms.course.VideoId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The state of videos that are processed. A run claims its video first; everything it writes later is refused once
 * another run has claimed the same video.
 */
@Repository
class Transcodings {

    private final JdbcClient jdbc;
    private final Clock clock;

    Transcodings(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** False if there is nothing to process (any more). */
    boolean claim(VideoId videoId, UUID run) {
        return jdbc.sql("""
                update media.video set run_id = :run, progress_percent = 0
                where video_id = :videoId and state = 'PROCESSING'
                """).param("videoId", videoId.value()).param("run", run).update() == 1;
    }

    void progress(VideoId videoId, UUID run, int percent) {
        requireOwn(jdbc.sql("""
                update media.video set progress_percent = :percent
                where video_id = :videoId and run_id = :run and state = 'PROCESSING'
                """)
                .param("videoId", videoId.value())
                .param("run", run)
                .param("percent", percent)
                .update());
    }

    /** Shows the video and all its renditions at once, when all their objects are in the store. */
    @Transactional
    void ready(VideoId videoId, UUID run, String keyPrefix, String posterKey, List<Rendition> renditions) {
        renditions.forEach(rendition -> add(videoId, keyPrefix, rendition));
        requireOwn(jdbc.sql("""
                update media.video
                set state = 'READY', progress_percent = 100, length_ms = :length, poster_key = :posterKey, finished_at = :now
                where video_id = :videoId and run_id = :run and state = 'PROCESSING'
                """)
                .param("videoId", videoId.value())
                .param("run", run)
                .param("length", Math.round(renditions.getFirst().length() * 1000))
                .param("posterKey", posterKey)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update());
    }

    private void add(VideoId videoId, String keyPrefix, Rendition rendition) {
        jdbc.sql("""
                insert into media.rendition
                    (video_id, name, width, height, peak_bits_per_second, average_bits_per_second,
                     codecs, frame_rate, segment_seconds, key_prefix)
                values
                    (:videoId, :name, :width, :height, :peak, :average, :codecs, :frameRate, :segmentSeconds, :keyPrefix)
                """)
                .param("videoId", videoId.value())
                .param("name", rendition.rung().name())
                .param("width", rendition.rung().width())
                .param("height", rendition.rung().height())
                .param("peak", rendition.peakBitsPerSecond())
                .param("average", rendition.averageBitsPerSecond())
                .param("codecs", rendition.codecs())
                .param("frameRate", rendition.frameRate())
                .param("segmentSeconds", rendition.segmentSeconds().toArray(Double[]::new))
                .param("keyPrefix", keyPrefix + rendition.rung().name() + "/")
                .update();
    }

    /** Ends the processing of a video for good; whoever claimed it. */
    void failed(VideoId videoId, Failure failure) {
        jdbc.sql("""
                update media.video set state = 'FAILED', failure = :failure, finished_at = :now
                where video_id = :videoId and state = 'PROCESSING'
                """)
                .param("videoId", videoId.value())
                .param("failure", failure.code())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private static void requireOwn(int rows) {
        if (rows == 0) {
            throw new RunSuperseded();
        }
    }
}
