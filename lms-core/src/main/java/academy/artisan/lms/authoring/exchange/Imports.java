package academy.artisan.lms.authoring.exchange;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import academy.artisan.lms.authoring.archive.ArchiveUploads.Upload;
import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.course.GroupId;
import academy.artisan.lms.identity.PersonId;
import academy.artisan.lms.support.CanonicalJson;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Imports in PostgreSQL. A run claims its import first; what an older run writes afterwards is refused. */
@Repository
class Imports {

    private final JdbcClient jdbc;
    private final Clock clock;

    Imports(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void add(Import added) {
        jdbc.sql("""
                insert into authoring.import (import_id, group_id, person_id, file_name, size_bytes, part_size_bytes,
                    upload_id, as_copy, created_at)
                values (:id, :group, :person, :fileName, :size, :partSize, :upload, :asCopy, :now)
                """)
                .param("id", added.id())
                .param("group", added.groupId().value())
                .param("person", added.by().value())
                .param("fileName", added.fileName())
                .param("size", added.upload().sizeBytes())
                .param("partSize", added.upload().partSizeBytes())
                .param("upload", added.upload().uploadId())
                .param("asCopy", added.asCopy())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<Import> find(ImportId importId) {
        return jdbc.sql("select * from authoring.import where import_id = :id")
                .param("id", importId.value())
                .query((row, ignored) -> read(row))
                .optional();
    }

    /** Those that were announced before this time and have not been completed. */
    List<Import> abandoned(Instant before) {
        return jdbc.sql("select * from authoring.import where state = 'UPLOADING' and created_at < :before")
                .param("before", before.atOffset(ZoneOffset.UTC))
                .query((row, ignored) -> read(row))
                .list();
    }

    void removeUploading(ImportId importId) {
        jdbc.sql("delete from authoring.import where import_id = :id and state = 'UPLOADING'")
                .param("id", importId.value())
                .update();
    }

    /** Ends the upload; false if it was over. */
    boolean complete(ImportId importId) {
        return jdbc.sql("""
                        update authoring.import set state = 'CHECKING' where import_id = :id and state = 'UPLOADING'
                        """).param("id", importId.value()).update() == 1;
    }

    /** The import, if it is still to be done; from now on it is this run's. */
    Optional<Import> claim(ImportId importId, UUID run) {
        return jdbc.sql("""
                        update authoring.import set run_id = :run, progress_percent = 0
                        where import_id = :id and state = 'CHECKING' returning *
                        """)
                .param("id", importId.value())
                .param("run", run)
                .query((row, ignored) -> read(row))
                .optional();
    }

    /** To the end of the transaction no other run can claim the import. */
    void requireOwn(ImportId importId, UUID run) {
        requireOwn(jdbc.sql("""
                        select 1 from authoring.import
                        where import_id = :id and run_id = :run and state = 'CHECKING' for update
                        """)
                .param("id", importId.value())
                .param("run", run)
                .query(Integer.class)
                .list()
                .size());
    }

    void progress(ImportId importId, UUID run, int percent) {
        requireOwn(jdbc.sql("""
                        update authoring.import set progress_percent = :percent
                        where import_id = :id and run_id = :run and state = 'CHECKING'
                        """)
                .param("percent", percent)
                .param("id", importId.value())
                .param("run", run)
                .update());
    }

    void done(ImportId importId, UUID run, CourseId courseId) {
        requireOwn(jdbc.sql("""
                        update authoring.import
                        set state = 'DONE', progress_percent = 100, course_id = :course, finished_at = :now
                        where import_id = :id and run_id = :run and state = 'CHECKING'
                        """)
                .param("course", courseId.value())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("id", importId.value())
                .param("run", run)
                .update());
    }

    void refuse(ImportId importId, UUID run, List<Flaw> flaws) {
        requireOwn(jdbc.sql("""
                        update authoring.import set state = 'REFUSED', problems = :flaws::jsonb, finished_at = :now
                        where import_id = :id and run_id = :run and state = 'CHECKING'
                        """)
                .param("flaws", CanonicalJson.write(flaws))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("id", importId.value())
                .param("run", run)
                .update());
    }

    private static void requireOwn(int rows) {
        if (rows == 0) {
            throw new RunSuperseded();
        }
    }

    private static Import read(ResultSet row) throws SQLException {
        var courseId = row.getObject("course_id", UUID.class);
        return new Import(
                new ImportId(row.getObject("import_id", UUID.class)),
                new GroupId(row.getObject("group_id", UUID.class)),
                new PersonId(row.getObject("person_id", UUID.class)),
                row.getString("file_name"),
                new Upload(row.getString("upload_id"), row.getLong("size_bytes"), row.getLong("part_size_bytes")),
                row.getBoolean("as_copy"),
                ImportState.valueOf(row.getString("state")),
                row.getInt("progress_percent"),
                courseId == null ? null : new CourseId(courseId),
                List.of(CanonicalJson.read(row.getString("problems"), Flaw[].class)));
    }
}
