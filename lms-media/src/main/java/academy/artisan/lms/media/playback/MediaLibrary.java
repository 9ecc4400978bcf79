package academy.artisan.lms.media.playback;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import academy.artisan.lms.course.GroupId;
import academy.artisan.lms.course.VideoId;
import academy.artisan.lms.course.VideoLibrary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class MediaLibrary implements VideoLibrary {

    private final JdbcClient jdbc;

    MediaLibrary(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<VideoId, VideoFacts> find(Collection<VideoId> ids) {
        return jdbc
                .sql("select video_id, group_id, state, length_ms from media.video where video_id = any (:ids)")
                .param("ids", ids.stream().map(VideoId::value).distinct().toArray(UUID[]::new))
                .query((row, ignored) -> facts(row))
                .list()
                .stream()
                .collect(Collectors.toMap(VideoFacts::id, Function.identity()));
    }

    private static VideoFacts facts(ResultSet row) throws SQLException {
        var length = row.getObject("length_ms", Long.class);
        return new VideoFacts(
                new VideoId(row.getObject("video_id", UUID.class)),
                new GroupId(row.getObject("group_id", UUID.class)),
                "READY".equals(row.getString("state")),
                length == null ? null : Duration.ofMillis(length));
    }
}
