package academy.artisan.lms.authoring.exchange;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import academy.artisan.lms.authoring.draft.CourseDraft;
import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.course.GroupId;
import academy.artisan.lms.identity.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Archives with media in PostgreSQL; what an older run writes of one is refused. */
@Repository
class MadeArchives {

    private final JdbcClient jdbc;
    private final Clock clock;

    MadeArchives(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** False if one of this course is being made already. */
    boolean add(ArchiveId archiveId, CourseDraft draft, PersonId person, Duration keptFor) {
        var now = clock.instant();
        return jdbc.sql("""
                        insert into authoring.archive
                            (archive_id, course_id, group_id, person_id, title, created_at, expires_at)
                        values (:id, :course, :group, :person, :title, :now, :end)
                        on conflict (course_id) where state = 'BUILDING' do nothing
                        """)
                        .param("id", archiveId.value())
                        .param("course", draft.courseId().value())
                        .param("group", draft.groupId().value())
                        .param("person", person.value())
                        .param("title", draft.content().title())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("end", now.plus(keptFor).atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    Optional<MadeArchive> building(CourseId courseId) {
        return jdbc.sql("select * from authoring.archive where course_id = :course and state = 'BUILDING'")
                .param("course", courseId.value())
                .query((row, ignored) -> read(row))
                .optional();
    }

    /** One that can still be had. */
    Optional<MadeArchive> find(CourseId courseId, ArchiveId archiveId) {
        return jdbc.sql("""
                        select * from authoring.archive
                        where archive_id = :id and course_id = :course and expires_at > :now
                        """)
                .param("id", archiveId.value())
                .param("course", courseId.value())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, ignored) -> read(row))
                .optional();
    }

    List<MadeArchive> expired() {
        return jdbc.sql("select * from authoring.archive where expires_at <= :now")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, ignored) -> read(row))
                .list();
    }

    void remove(ArchiveId archiveId) {
        jdbc.sql("delete from authoring.archive where archive_id = :id")
                .param("id", archiveId.value())
                .update();
    }

    Optional<MadeArchive> claim(ArchiveId archiveId, UUID run) {
        return jdbc.sql("""
                        update authoring.archive set run_id = :run, progress_percent = 0
                        where archive_id = :id and state = 'BUILDING' returning *
                        """)
                .param("id", archiveId.value())
                .param("run", run)
                .query((row, ignored) -> read(row))
                .optional();
    }

    void progress(ArchiveId archiveId, UUID run, int percent) {
        requireOwn(jdbc.sql("""
                        update authoring.archive set progress_percent = :percent
                        where archive_id = :id and run_id = :run and state = 'BUILDING'
                        """)
                .param("percent", percent)
                .param("id", archiveId.value())
                .param("run", run)
                .update());
    }

    void ready(ArchiveId archiveId, UUID run, long sizeBytes) {
        requireOwn(jdbc.sql("""
                        update authoring.archive set state = 'READY', progress_percent = 100, size_bytes = :size
                        where archive_id = :id and run_id = :run and state = 'BUILDING'
                        """)
                .param("size", sizeBytes)
                .param("id", archiveId.value())
                .param("run", run)
                .update());
    }

    void fail(ArchiveId archiveId) {
        jdbc.sql("update authoring.archive set state = 'FAILED' where archive_id = :id and state = 'BUILDING'")
                .param("id", archiveId.value())
                .update();
    }

    private static void requireOwn(int rows) {
        if (rows == 0) {
            throw new RunSuperseded();
        }
    }

    private static MadeArchive read(ResultSet row) throws SQLException {
        return new MadeArchive(
                new ArchiveId(row.getObject("archive_id", UUID.class)),
                new CourseId(row.getObject("course_id", UUID.class)),
                new GroupId(row.getObject("group_id", UUID.class)),
                row.getString("title"),
                ArchiveState.valueOf(row.getString("state")),
                row.getInt("progress_percent"),
                row.getObject("size_bytes", Long.class),
                row.getObject("expires_at", OffsetDateTime.class).toInstant());
    }
}
