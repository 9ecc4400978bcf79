package academy.artisan.lms.media.upload;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import academy.artisan.lms.course.GroupId;
import academy.artisan.lms.course.VideoId;
import academy.artisan.lms.identity.PersonId;
import academy.artisan.lms.media.content.ContentId;
import academy.artisan.lms.media.content.ContentKeys;
import academy.artisan.lms.media.content.Contents;
import academy.artisan.lms.media.storage.Removals;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
class Uploads {

    private static final String SELECT = """
            select video_id, group_id, upload_id, size_bytes, part_size_bytes, content_id, parts_digest
            from media.video
            """;

    private final JdbcClient jdbc;
    private final Contents contents;
    private final Removals removals;

    Uploads(JdbcClient jdbc, Contents contents, Removals removals) {
        this.jdbc = jdbc;
        this.contents = contents;
        this.removals = removals;
    }

    /**
     * What somebody says of a video before it is uploaded.
     *
     * @param sha256 of the file, in lower-case hexadecimal; null if nothing is said of it
     */
    record Announcement(String fileName, @Nullable String sha256, PersonId by, Instant at) {}

    void add(Upload upload, Announcement announcement) {
        jdbc.sql("""
                insert into media.video
                    (video_id, group_id, file_name, size_bytes, part_size_bytes, upload_id, announced_sha256,
                     uploaded_by, created_at)
                values
                    (:videoId, :groupId, :fileName, :sizeBytes, :partSizeBytes, :uploadId, :sha256, :by, :at)
                """)
                .param("videoId", upload.videoId().value())
                .param("groupId", upload.groupId().value())
                .param("fileName", announcement.fileName())
                .param("sizeBytes", upload.plan().sizeBytes())
                .param("partSizeBytes", upload.plan().partSizeBytes())
                .param("uploadId", upload.uploadId())
                .param("sha256", announcement.sha256())
                .param("by", announcement.by().value())
                .param("at", announcement.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<Upload> find(VideoId videoId) {
        return jdbc.sql(SELECT + "where video_id = :videoId")
                .param("videoId", videoId.value())
                .query((row, ignored) -> upload(row))
                .optional();
    }

    /** Uploads that were announced before this time and have not been completed. */
    List<Upload> openSince(Instant time) {
        return jdbc.sql(SELECT + "where content_id is null and created_at < :time")
                .param("time", time.atOffset(ZoneOffset.UTC))
                .query((row, ignored) -> upload(row))
                .list();
    }

    /** The multipart uploads that may still be completed. */
    Set<String> openUploadIds() {
        return jdbc.sql("select upload_id from media.video where content_id is null")
                .query(String.class)
                .set();
    }

    /** Its parts go to another multipart upload from now on; false if it was over or somebody did the same before. */
    boolean renew(Upload upload, String uploadId) {
        return jdbc.sql("""
                update media.video set upload_id = :uploadId
                where video_id = :videoId and upload_id = :lost and content_id is null
                """)
                        .param("videoId", upload.videoId().value())
                        .param("lost", upload.uploadId())
                        .param("uploadId", uploadId)
                        .update()
                == 1;
    }

    /** Ends the upload, whose content is now to be processed; false if it was over. */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean complete(Upload upload, String partsDigest) {
        var contentId = ContentId.of(upload.videoId());
        var isOpen = isOpen(upload.videoId());
        if (isOpen) {
            contents.add(contentId, upload.plan().sizeBytes());
            haveContent(upload, contentId, partsDigest);
        }
        return isOpen;
    }

    /** Its content is there already. */
    @Transactional(propagation = Propagation.MANDATORY)
    void haveContent(Upload upload, ContentId contentId, String partsDigest) {
        jdbc.sql("""
                update media.video set content_id = :contentId, parts_digest = :partsDigest where video_id = :videoId
                """)
                .param("videoId", upload.videoId().value())
                .param("contentId", contentId.value())
                .param("partsDigest", partsDigest)
                .update();
    }

    private boolean isOpen(VideoId videoId) {
        return jdbc.sql("select content_id is null from media.video where video_id = :videoId for update")
                .param("videoId", videoId.value())
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** Waits for courses that begin to show it, and keeps others from doing so until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Upload> takeAlone(VideoId videoId) {
        return jdbc.sql(SELECT + "where video_id = :videoId for update")
                .param("videoId", videoId.value())
                .query((row, ignored) -> upload(row))
                .optional();
    }

    /** Forgets an upload that was not completed; false if it was. */
    @Transactional
    public boolean removeOpen(Upload upload) {
        var removed = jdbc.sql("delete from media.video where video_id = :videoId and content_id is null")
                        .param("videoId", upload.videoId().value())
                        .update()
                == 1;
        if (removed) {
            removeContent(upload);
        }
        return removed;
    }

    /** Forgets a video that is taken alone, whatever became of it; its content too, unless other videos have it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void remove(Upload upload) {
        jdbc.sql("delete from media.video where video_id = :videoId")
                .param("videoId", upload.videoId().value())
                .update();
        removeContent(upload);
    }

    private void removeContent(Upload upload) {
        var contentId = upload.contentId();
        if (contentId == null) {
            removals.noteUpload(upload.key(), upload.uploadId());
            removals.note(ContentKeys.prefix(ContentId.of(upload.videoId())));
        } else {
            contents.removeUnused(contentId);
        }
    }

    private static Upload upload(ResultSet row) throws SQLException {
        var contentId = row.getObject("content_id", UUID.class);
        return new Upload(
                new VideoId(row.getObject("video_id", UUID.class)),
                new GroupId(row.getObject("group_id", UUID.class)),
                row.getString("upload_id"),
                new PartPlan(row.getLong("size_bytes"), row.getLong("part_size_bytes")),
                contentId == null ? null : new ContentId(contentId),
                row.getString("parts_digest"));
    }
}
