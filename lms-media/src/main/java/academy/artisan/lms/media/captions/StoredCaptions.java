package academy.artisan.lms.media.captions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import academy.artisan.lms.authoring.archive.PortableCaptions.Item;
import academy.artisan.lms.course.VideoId;
import academy.artisan.lms.identity.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class StoredCaptions {

    private static final int TEXTS_AT_ONCE = 10;

    private final JdbcClient jdbc;

    StoredCaptions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Lets one transaction after the other change the captions of a video. */
    void lock(VideoId videoId) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('media.caption'), hashtext(:video))")
                .param("video", videoId.toString())
                .query((row, ignored) -> true)
                .single();
    }

    /** In order of language. */
    List<Caption> of(VideoId videoId) {
        return jdbc.sql("""
                        select language, label, cues, sha256, changed_by, changed_at
                        from media.caption where video_id = :video order by language
                        """)
                .param("video", videoId.value())
                .query((row, ignored) -> caption(row))
                .list();
    }

    /** Of several videos, in order of video and language, wherever the database stands. */
    List<Item> items(Collection<UUID> videoIds) {
        return jdbc.sql("""
                        select video_id, language, label from media.caption where video_id = any (:videos)
                        order by video_id, language collate "C"
                        """)
                .param("videos", videoIds.toArray(UUID[]::new))
                .query((row, ignored) -> new Item(
                        row.getObject("video_id", UUID.class), row.getString("language"), row.getString("label")))
                .list();
    }

    long sizeBytes(Collection<UUID> videoIds) {
        return jdbc.sql("select coalesce(sum(octet_length(vtt)), 0) from media.caption where video_id = any (:videos)")
                .param("videos", videoIds.toArray(UUID[]::new))
                .query(Long.class)
                .single();
    }

    Optional<String> text(VideoId videoId, String language) {
        return jdbc.sql("select vtt from media.caption where video_id = :video and language = :language")
                .param("video", videoId.value())
                .param("language", language)
                .query(String.class)
                .optional();
    }

    /** The text of a video in one language. */
    @FunctionalInterface
    interface TextReader {
        void read(VideoId videoId, String language, String text);
    }

    /** In order of video and language; a few at a time, as long as the caller is in a transaction. */
    void eachText(Collection<VideoId> videoIds, TextReader reader) {
        jdbc.sql("""
                        select video_id, language, vtt from media.caption where video_id = any (:videos)
                        order by video_id, language collate "C"
                        """)
                .param("videos", videoIds.stream().map(VideoId::value).toArray(UUID[]::new))
                .withFetchSize(TEXTS_AT_ONCE)
                .query(row -> {
                    var videoId = new VideoId(row.getObject("video_id", UUID.class));
                    reader.read(videoId, row.getString("language"), row.getString("vtt"));
                });
    }

    void save(VideoId videoId, Caption caption, String text) {
        jdbc.sql("""
                insert into media.caption
                    (video_id, language, label, vtt, cues, sha256, changed_by, changed_at)
                values (:video, :language, :label, :vtt, :cues, :sha256, :changedBy, :changedAt)
                on conflict (video_id, language) do update set
                    label = excluded.label, vtt = excluded.vtt, cues = excluded.cues, sha256 = excluded.sha256,
                    changed_by = excluded.changed_by, changed_at = excluded.changed_at
                """)
                .param("video", videoId.value())
                .param("language", caption.language())
                .param("label", caption.label())
                .param("vtt", text)
                .param("cues", caption.cues())
                .param("sha256", caption.sha256())
                .param("changedBy", caption.changedBy().value())
                .param("changedAt", caption.changedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** False if there was none. */
    boolean remove(VideoId videoId, String language) {
        return jdbc.sql("delete from media.caption where video_id = :video and language = :language")
                        .param("video", videoId.value())
                        .param("language", language)
                        .update()
                == 1;
    }

    private static Caption caption(ResultSet row) throws SQLException {
        return new Caption(
                row.getString("language"),
                row.getString("label"),
                row.getInt("cues"),
                row.getString("sha256"),
                new PersonId(row.getObject("changed_by", UUID.class)),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }
}
