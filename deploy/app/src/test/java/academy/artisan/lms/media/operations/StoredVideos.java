package academy.artisan.lms.media.operations;

import java.time.Duration;
import java.util.UUID;

import academy.artisan.lms.course.GroupId;
import academy.artisan.lms.course.VideoId;
import academy.artisan.lms.identity.PersonId;
import academy.artisan.lms.media.transcode.Ladder;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Videos as rows, in whichever state a test wants; there are no objects of them in the store. */
public final class StoredVideos {

    public static final long SOURCE = 1_000_000;
    public static final long MADE = 400_000;

    private final JdbcClient jdbc;
    private final Ladder ladder;
    private final TransactionTemplate transaction;

    public StoredVideos(ApplicationContext context) {
        jdbc = context.getBean(JdbcClient.class);
        ladder = context.getBean(Ladder.class);
        transaction = context.getBean(TransactionTemplate.class);
    }

    public VideoId ready(GroupId group, PersonId uploader) {
        return ready(group, uploader, ladder.name());
    }

    public VideoId ready(GroupId group, PersonId uploader, String ladder) {
        return ready(group, uploader, ladder, Duration.ofSeconds(2));
    }

    public VideoId ready(GroupId group, PersonId uploader, Duration length) {
        return ready(group, uploader, ladder.name(), length);
    }

    private VideoId ready(GroupId group, PersonId uploader, String ladder, Duration length) {
        var id = VideoId.next();
        transaction.executeWithoutResult(ignored -> {
            var run = UUID.randomUUID();
            content(id, "READY", null, run, length);
            jdbc.sql("""
                    insert into media.run (run_id, content_id, ladder, poster_key, bytes, made_at)
                    values (:run, :id, :ladder, 'poster', :bytes, now())
                    """)
                    .param("run", run)
                    .param("id", id.value())
                    .param("ladder", ladder)
                    .param("bytes", MADE)
                    .update();
            video(id, id, group, uploader);
        });
        return id;
    }

    /** PROCESSING, or with a failure HELD or FAILED. */
    public VideoId unfinished(GroupId group, PersonId uploader, String state, @Nullable String failure) {
        var id = VideoId.next();
        content(id, state, failure, null, null);
        video(id, id, group, uploader);
        return id;
    }

    public VideoId sharing(VideoId other, GroupId group, PersonId uploader) {
        var id = VideoId.next();
        video(id, other, group, uploader);
        return id;
    }

    public boolean hasContent(VideoId id) {
        return jdbc.sql("select exists (select from media.content where content_id = :id)")
                .param("id", id.value())
                .query(Boolean.class)
                .single();
    }

    private void content(
            VideoId id, String state, @Nullable String failure, @Nullable UUID run, @Nullable Duration length) {
        jdbc.sql("""
                insert into media.content
                    (content_id, size_bytes, state, failure, current_run, length_ms, arrived_at, since)
                values (:id, :size, :state, :failure, :run, :length, now(), now())
                """)
                .param("id", id.value())
                .param("size", SOURCE)
                .param("state", state)
                .param("failure", failure)
                .param("run", run)
                .param("length", length == null ? null : length.toMillis())
                .update();
    }

    private void video(VideoId id, VideoId content, GroupId group, PersonId uploader) {
        jdbc.sql("""
                insert into media.video
                    (video_id, group_id, file_name, size_bytes, part_size_bytes, upload_id, uploaded_by, created_at,
                     parts_digest, content_id)
                values (:id, :group, '示教.mp4', :size, :size, 'none', :uploader, now(), 'none', :content)
                """)
                .param("id", id.value())
                .param("group", group.value())
                .param("size", SOURCE)
                .param("uploader", uploader.value())
                .param("content", content.value())
                .update();
    }
}
