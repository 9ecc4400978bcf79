package academy.artisan.lms.media.playback;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import academy.artisan.lms.course.VideoId;
import academy.artisan.lms.media.playback.Stream.Rendition;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The videos that can be played. They never change, so those played last are remembered and need no SQL. */
@Repository
class Streams {

    private static final int REMEMBERED = 300;

    private final JdbcClient jdbc;
    private final Map<VideoId, Stream> recent = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<VideoId, Stream> eldest) {
            return size() > REMEMBERED;
        }
    });

    Streams(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Stream> find(VideoId videoId) {
        var remembered = Optional.ofNullable(recent.get(videoId));
        if (remembered.isPresent()) {
            return remembered;
        }
        var read = read(videoId);
        read.ifPresent(stream -> recent.put(videoId, stream));
        return read;
    }

    private Optional<Stream> read(VideoId videoId) {
        return jdbc.sql("select length_ms from media.video where video_id = :videoId and state = 'READY'")
                .param("videoId", videoId.value())
                .query(Long.class)
                .optional()
                .map(length -> new Stream(Duration.ofMillis(length), renditions(videoId)));
    }

    private List<Rendition> renditions(VideoId videoId) {
        return jdbc.sql("""
                select name, width, height, peak_bits_per_second, average_bits_per_second,
                       codecs, frame_rate, segment_seconds, key_prefix
                from media.rendition where video_id = :videoId order by peak_bits_per_second
                """)
                .param("videoId", videoId.value())
                .query((row, ignored) -> rendition(row))
                .list();
    }

    private static Rendition rendition(ResultSet row) throws SQLException {
        var seconds = (Double[]) row.getArray("segment_seconds").getArray();
        return new Rendition(
                row.getString("name"),
                row.getInt("width"),
                row.getInt("height"),
                row.getInt("peak_bits_per_second"),
                row.getInt("average_bits_per_second"),
                row.getString("codecs"),
                row.getDouble("frame_rate"),
                List.of(seconds),
                row.getString("key_prefix"));
    }
}
