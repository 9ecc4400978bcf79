package academy.artisan.lms.media.files;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import academy.artisan.lms.course.FileId;
import academy.artisan.lms.course.FileLibrary.FileType;
import academy.artisan.lms.course.GroupId;
import academy.artisan.lms.identity.PersonId;
import academy.artisan.lms.media.inspection.Finding;
import academy.artisan.lms.media.inspection.Reading;
import academy.artisan.lms.media.inspection.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
class StoredFiles {

    private static final String COLUMNS = """
            select file_id, group_id, type, file_name, size_bytes, state, refusal,
                   sha256, pages, reading_seconds, width, height
            from media.file
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    StoredFiles(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void add(FileId fileId, GroupId groupId, FileType type, String name, long sizeBytes, PersonId uploadedBy) {
        jdbc.sql("""
                insert into media.file (file_id, group_id, type, file_name, size_bytes, uploaded_by, created_at, state)
                values (:fileId, :groupId, :type, :name, :sizeBytes, :uploadedBy, :now, 'UPLOADING')
                """)
                .param("fileId", fileId.value())
                .param("groupId", groupId.value())
                .param("type", type.name())
                .param("name", name)
                .param("sizeBytes", sizeBytes)
                .param("uploadedBy", uploadedBy.value())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<StoredFile> find(FileId fileId) {
        return jdbc.sql(COLUMNS + "where file_id = :fileId and state <> 'REMOVED'")
                .param("fileId", fileId.value())
                .query((row, ignored) -> file(row))
                .optional();
    }

    /** Whether it is hidden, and its id not free yet. */
    boolean isBeingRemoved(FileId fileId) {
        return jdbc.sql("select exists (select from media.file where file_id = :fileId and state = 'REMOVED')")
                .param("fileId", fileId.value())
                .query(Boolean.class)
                .single();
    }

    List<StoredFile> ready(Collection<FileId> ids) {
        return ready(COLUMNS + "where file_id = any (:ids) and state = 'READY'", ids);
    }

    /** The same; none of them is hidden before the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<StoredFile> hold(Collection<FileId> ids) {
        return ready(COLUMNS + "where file_id = any (:ids) and state = 'READY' for key share", ids);
    }

    private List<StoredFile> ready(String sql, Collection<FileId> ids) {
        return jdbc.sql(sql)
                .param("ids", ids.stream().map(FileId::value).distinct().toArray(UUID[]::new))
                .query((row, ignored) -> file(row))
                .list();
    }

    /** The files of a group that can be used, newest first. */
    List<StoredFile> ready(GroupId groupId, @Nullable FileType type, @Nullable FileId after, int limit) {
        return jdbc.sql(COLUMNS + """
                where group_id = :groupId and state = 'READY'
                  and (:type::text is null or type = :type)
                  and (:after::uuid is null or file_id < :after)
                order by file_id desc limit :limit
                """)
                .param("groupId", groupId.value())
                .param("type", type == null ? null : type.name())
                .param("after", after == null ? null : after.value())
                .param("limit", limit)
                .query((row, ignored) -> file(row))
                .list();
    }

    /** Makes a file one that can be used; false if it is not uploading any more. */
    boolean makeReady(FileId fileId, String sha256, Finding.Document document) {
        return finish(jdbc.sql("""
                update media.file set state = 'READY', sha256 = :sha256, finished_at = :now,
                    pages = :pages, reading_seconds = :seconds
                where file_id = :fileId and state = 'UPLOADING'
                """)
                .param("sha256", sha256)
                .param("pages", document.pages())
                .param("seconds", (int) Reading.time(document).toSeconds())
                .param("fileId", fileId.value()));
    }

    /** Makes a picture one that can be used; false if it is not uploading any more. */
    boolean makeReady(FileId fileId, String sha256, Finding.Picture picture) {
        return finish(jdbc.sql("""
                update media.file set state = 'READY', sha256 = :sha256, finished_at = :now,
                    width = :width, height = :height
                where file_id = :fileId and state = 'UPLOADING'
                """)
                .param("sha256", sha256)
                .param("width", picture.width())
                .param("height", picture.height())
                .param("fileId", fileId.value()));
    }

    /** Says for good that a file cannot be used; false if it is not uploading any more. */
    boolean refuse(FileId fileId, Refusal refusal) {
        return finish(jdbc.sql("""
                update media.file set state = 'REFUSED', refusal = :refusal, finished_at = :now
                where file_id = :fileId and state = 'UPLOADING'
                """).param("refusal", refusal.name()).param("fileId", fileId.value()));
    }

    private boolean finish(JdbcClient.StatementSpec update) {
        return update.param("now", clock.instant().atOffset(ZoneOffset.UTC)).update() == 1;
    }

    /** Waits for those who hold it, and keeps others from holding it until the transaction ends. */
    void takeAlone(FileId fileId) {
        jdbc.sql("select file_id from media.file where file_id = :fileId for update")
                .param("fileId", fileId.value())
                .query(UUID.class)
                .optional();
    }

    /** From now on nobody sees the file; its objects can be removed. */
    void hide(FileId fileId) {
        jdbc.sql("update media.file set state = 'REMOVED' where file_id = :fileId")
                .param("fileId", fileId.value())
                .update();
    }

    /** Forgets a hidden file, when none of its objects is left. */
    void forget(FileId fileId) {
        jdbc.sql("delete from media.file where file_id = :fileId and state = 'REMOVED'")
                .param("fileId", fileId.value())
                .update();
    }

    /** Hides what was announced before this time and did not become ready; answers all that is hidden. */
    List<FileId> hideUnfinished(Instant before) {
        jdbc.sql("""
                update media.file set state = 'REMOVED'
                where state in ('UPLOADING', 'REFUSED') and created_at < :before
                """).param("before", before.atOffset(ZoneOffset.UTC)).update();
        return jdbc.sql("select file_id from media.file where state = 'REMOVED'")
                .query((row, ignored) -> new FileId(row.getObject("file_id", UUID.class)))
                .list();
    }

    private static StoredFile file(ResultSet row) throws SQLException {
        var refusal = row.getString("refusal");
        return new StoredFile(
                new FileId(row.getObject("file_id", UUID.class)),
                new GroupId(row.getObject("group_id", UUID.class)),
                FileType.valueOf(row.getString("type")),
                row.getString("file_name"),
                row.getLong("size_bytes"),
                FileState.valueOf(row.getString("state")),
                refusal == null ? null : Refusal.valueOf(refusal),
                row.getString("sha256"),
                row.getObject("pages", Integer.class),
                row.getObject("reading_seconds", Integer.class),
                row.getObject("width", Integer.class),
                row.getObject("height", Integer.class));
    }
}
