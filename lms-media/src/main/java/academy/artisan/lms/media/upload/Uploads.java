package academy.artisan.lms.media.upload;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import academy.artisan.lms.course.GroupId;
import academy.artisan.lms.course.VideoId;
import academy.artisan.lms.identity.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class Uploads {

    private final JdbcClient jdbc;

    Uploads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Upload upload, String fileName, PersonId uploadedBy, Instant now) {
        jdbc.sql("""
                insert into media.video
                    (video_id, group_id, file_name, size_bytes, part_size_bytes, upload_id, uploaded_by, created_at, state)
                values
                    (:videoId, :groupId, :fileName, :sizeBytes, :partSizeBytes, :uploadId, :uploadedBy, :now, 'UPLOADING')
                """)
                .param("videoId", upload.videoId().value())
                .param("groupId", upload.groupId().value())
                .param("fileName", fileName)
                .param("sizeBytes", upload.plan().sizeBytes())
                .param("partSizeBytes", upload.plan().partSizeBytes())
                .param("uploadId", upload.uploadId())
                .param("uploadedBy", uploadedBy.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<Upload> find(VideoId videoId) {
        return jdbc.sql("""
                select video_id, group_id, upload_id, size_bytes, part_size_bytes, state, parts_digest
                from media.video where video_id = :videoId
                """)
                .param("videoId", videoId.value())
                .query((row, ignored) -> upload(row))
                .optional();
    }

    /** Uploads that were announced before this time and have not been completed. */
    List<Upload> openSince(Instant time) {
        return jdbc.sql("""
                select video_id, group_id, upload_id, size_bytes, part_size_bytes, state, parts_digest
                from media.video where state = 'UPLOADING' and created_at < :time
                """)
                .param("time", time.atOffset(ZoneOffset.UTC))
                .query((row, ignored) -> upload(row))
                .list();
    }

    /** Ends the upload; false if it was over. */
    boolean complete(VideoId videoId, String partsDigest) {
        return jdbc.sql("""
                update media.video set state = 'PROCESSING', parts_digest = :partsDigest
                where video_id = :videoId and state = 'UPLOADING'
                """)
                        .param("videoId", videoId.value())
                        .param("partsDigest", partsDigest)
                        .update()
                == 1;
    }

    /** Forgets a video that nobody can have used; false if it may be in use. */
    boolean remove(VideoId videoId) {
        return jdbc.sql("delete from media.video where video_id = :videoId and state in ('UPLOADING', 'FAILED')")
                        .param("videoId", videoId.value())
                        .update()
                == 1;
    }

    private static Upload upload(ResultSet row) throws SQLException {
        return new Upload(
                new VideoId(row.getObject("video_id", UUID.class)),
                new GroupId(row.getObject("group_id", UUID.class)),
                row.getString("upload_id"),
                new PartPlan(row.getLong("size_bytes"), row.getLong("part_size_bytes")),
                VideoState.valueOf(row.getString("state")),
                row.getString("parts_digest"));
    }
}
