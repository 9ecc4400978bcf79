package academy.artisan.lms.media.playback;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import academy.artisan.lms.course.VideoId;
import academy.artisan.lms.media.content.ContentId;
import academy.artisan.lms.media.content.ContentKeys;
import academy.artisan.lms.media.content.Thumbnails;
import academy.artisan.lms.media.playback.Stream.Picture;
import academy.artisan.lms.media.playback.Stream.Rendition;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/**
 * The videos that can be played. What a run made never changes, so the runs played last are remembered and need no SQL;
 * which run is the current one of a video is remembered for a minute.
 */
@Repository
class Streams {

    private static final int REMEMBERED = 300;
    private static final Duration CURRENT_FOR = Duration.ofMinutes(1);

    /** A run of a video; a playback may have begun with one that is retired by now. */
    private record RunOfVideo(VideoId videoId, UUID run) {}

    private record Current(UUID run, Instant readAt) {}

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;
    private final Recent<RunOfVideo, Stream> runs = new Recent<>(REMEMBERED);
    private final Recent<VideoId, Current> currents = new Recent<>(REMEMBERED);

    Streams(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** What is to be played of this video by whoever begins now. */
    Optional<Stream> current(VideoId videoId) {
        return currentRun(videoId).flatMap(run -> find(videoId, run));
    }

    /** What this run made of this video. */
    Optional<Stream> find(VideoId videoId, UUID run) {
        return runs.find(new RunOfVideo(videoId, run), ignored -> read(videoId, run));
    }

    /** The key of what this run made of this video; none if it is in clear. It is not remembered. */
    Optional<byte[]> key(VideoId videoId, UUID run) {
        return jdbc.sql("""
                        select run.encryption_key from media.run join media.video using (content_id)
                        where run.run_id = :run and video.video_id = :videoId and run.encryption_key is not null
                        """)
                .param("videoId", videoId.value())
                .param("run", run)
                .query((row, ignored) -> row.getBytes("encryption_key"))
                .optional();
    }

    private Optional<UUID> currentRun(VideoId videoId) {
        var oldest = clock.instant().minus(CURRENT_FOR);
        return currents.find(videoId, current -> current.readAt().isAfter(oldest), this::readCurrent)
                .map(Current::run);
    }

    private Optional<Current> readCurrent(VideoId videoId) {
        return jdbc.sql("""
                        select content.current_run from media.video join media.content using (content_id)
                        where video.video_id = :videoId and content.state = 'READY'
                        """)
                .param("videoId", videoId.value())
                .query(UUID.class)
                .optional()
                .map(run -> new Current(run, clock.instant()));
    }

    private Optional<Stream> read(VideoId videoId, UUID run) {
        return jdbc.sql("""
                        select content.content_id, content.length_ms, run.thumbnails,
                               run.encryption_key is not null as encrypted from media.run
                        join media.content using (content_id) join media.video using (content_id)
                        where run.run_id = :run and video.video_id = :videoId
                        """)
                .param("videoId", videoId.value())
                .param("run", run)
                .query((row, ignored) -> stream(run, row, renditions(run)))
                .optional();
    }

    private Stream stream(UUID run, ResultSet row, List<Rendition> all) throws SQLException {
        var thumbnails = row.getString("thumbnails");
        return new Stream(
                run,
                Duration.ofMillis(row.getLong("length_ms")),
                all.stream().filter(rendition -> rendition.picture() != null).toList(),
                all.stream()
                        .filter(rendition -> rendition.picture() == null)
                        .findFirst()
                        .orElse(null),
                thumbnails == null ? null : json.readValue(thumbnails, Thumbnails.class),
                row.getBoolean("encrypted"),
                ContentKeys.run(new ContentId(row.getObject("content_id", UUID.class)), run));
    }

    private List<Rendition> renditions(UUID run) {
        return jdbc.sql("""
                select name, kind, width, height, peak_bits_per_second, average_bits_per_second,
                       codecs, frame_rate, segment_seconds, key_prefix
                from media.rendition where run_id = :run order by peak_bits_per_second
                """)
                .param("run", run)
                .query((row, ignored) -> rendition(row))
                .list();
    }

    private static Rendition rendition(ResultSet row) throws SQLException {
        var seconds = (Double[]) row.getArray("segment_seconds").getArray();
        return new Rendition(
                row.getString("name"),
                picture(row),
                row.getInt("peak_bits_per_second"),
                row.getInt("average_bits_per_second"),
                row.getString("codecs"),
                List.of(seconds),
                row.getString("key_prefix"));
    }

    private static @Nullable Picture picture(ResultSet row) throws SQLException {
        return row.getString("kind").equals("VIDEO")
                ? new Picture(row.getInt("width"), row.getInt("height"), row.getDouble("frame_rate"))
                : null;
    }
}
