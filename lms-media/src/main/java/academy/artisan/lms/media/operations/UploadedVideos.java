package academy.artisan.lms.media.operations;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import academy.artisan.lms.course.GroupId;
import academy.artisan.lms.course.VideoId;
import academy.artisan.lms.media.content.ContentId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Videos from the side of those who decide what becomes of their processing. */
@Repository
class UploadedVideos {

    /**
     * A video, and what is processed for it.
     *
     * @param contentId null while it is uploading
     * @param state of the content; null while it is uploading
     * @param failure why it failed or could not be made anew, as a word
     */
    record Uploaded(
            VideoId videoId,
            GroupId groupId,
            @Nullable ContentId contentId,
            @Nullable String state,
            @Nullable String failure) {

        boolean isReady() {
            return "READY".equals(state);
        }
    }

    private final JdbcClient jdbc;

    UploadedVideos(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Uploaded> find(VideoId videoId) {
        return find(List.of(videoId)).stream().findFirst();
    }

    List<Uploaded> find(Collection<VideoId> ids) {
        return jdbc.sql("""
                        select video.video_id, video.group_id, video.content_id, content.state,
                            coalesce(content.failure, content.rebuild_failure) as failure
                        from media.video left join media.content using (content_id)
                        where video.video_id = any(:ids)
                        """)
                .param("ids", ids.stream().map(VideoId::value).toArray(UUID[]::new))
                .query((row, ignored) -> {
                    var content = row.getObject("content_id", UUID.class);
                    return new Uploaded(
                            new VideoId(row.getObject("video_id", UUID.class)),
                            new GroupId(row.getObject("group_id", UUID.class)),
                            content == null ? null : new ContentId(content),
                            row.getString("state"),
                            row.getString("failure"));
                })
                .list();
    }
}
