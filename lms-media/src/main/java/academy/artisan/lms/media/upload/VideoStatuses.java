package academy.artisan.lms.media.upload;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import academy.artisan.lms.course.GroupId;
import academy.artisan.lms.course.VideoId;
import academy.artisan.lms.media.upload.VideoStatus.Rendition;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class VideoStatuses {

    private final JdbcClient jdbc;

    VideoStatuses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<VideoStatus> find(VideoId videoId) {
        return jdbc.sql("""
                select video_id, group_id, file_name, state, progress_percent, length_ms, poster_key, failure
                from media.video where video_id = :videoId
                """)
                .param("videoId", videoId.value())
                .query((row, ignored) -> status(row))
                .optional();
    }

    private VideoStatus status(ResultSet row) throws SQLException {
        var videoId = new VideoId(row.getObject("video_id", UUID.class));
        var state = VideoState.valueOf(row.getString("state"));
        return new VideoStatus(
                videoId,
                new GroupId(row.getObject("group_id", UUID.class)),
                row.getString("file_name"),
                state,
                row.getInt("progress_percent"),
                row.getObject("length_ms", Long.class),
                row.getString("poster_key"),
                row.getString("failure"),
                state == VideoState.READY ? renditions(videoId) : List.of());
    }

    private List<Rendition> renditions(VideoId videoId) {
        return jdbc.sql("""
                select name, width, height, peak_bits_per_second as bits_per_second
                from media.rendition where video_id = :videoId order by height desc
                """)
                .param("videoId", videoId.value())
                .query(Rendition.class)
                .list();
    }
}
