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
                select video.video_id, video.group_id, video.file_name, content.state, content.progress_percent,
                       content.length_ms, content.failure, content.current_run, run.poster_key
                from media.video left join media.content using (content_id)
                left join media.run on run.run_id = content.current_run
                where video.video_id = :videoId
                """)
                .param("videoId", videoId.value())
                .query((row, ignored) -> status(row))
                .optional();
    }

    /** A video of the group that has this content, whatever became of it. */
    Optional<VideoStatus> withContent(GroupId groupId, String sha256, long sizeBytes) {
        return jdbc.sql("""
                select video.video_id from media.video join media.content using (content_id)
                where video.group_id = :groupId and content.sha256 = :sha256 and content.size_bytes = :sizeBytes
                order by video.video_id limit 1
                """)
                .param("groupId", groupId.value())
                .param("sha256", sha256)
                .param("sizeBytes", sizeBytes)
                .query(UUID.class)
                .optional()
                .flatMap(videoId -> find(new VideoId(videoId)));
    }

    private VideoStatus status(ResultSet row) throws SQLException {
        var stored = row.getString("state");
        var state = VideoState.ofContent(stored);
        var isHeld = VideoState.isHeld(stored);
        var run = row.getObject("current_run", UUID.class);
        return new VideoStatus(
                new VideoId(row.getObject("video_id", UUID.class)),
                new GroupId(row.getObject("group_id", UUID.class)),
                row.getString("file_name"),
                state,
                isHeld,
                state == VideoState.READY ? 100 : row.getInt("progress_percent"),
                row.getObject("length_ms", Long.class),
                row.getString("poster_key"),
                isHeld ? VideoStatus.HELD : row.getString("failure"),
                run == null ? List.of() : renditions(run));
    }

    private List<Rendition> renditions(UUID run) {
        return jdbc.sql("""
                select name, width, height, peak_bits_per_second as bits_per_second
                from media.rendition where run_id = :run and kind = 'VIDEO' order by height desc
                """).param("run", run).query(Rendition.class).list();
    }
}
