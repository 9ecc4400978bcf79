package academy.artisan.lms.search.index;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.identity.PersonId;
import academy.artisan.lms.search.index.IndexWork.Difference;
import academy.artisan.lms.search.index.IndexWork.Found;
import academy.artisan.lms.search.index.IndexWork.State;
import academy.artisan.lms.search.index.IndexWork.Task;
import academy.artisan.lms.support.CanonicalJson;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The work on indices, on record. Whoever does some holds it for a short while, and for as long again with each step:
 * what a killed node leaves is taken over from where it was.
 */
@Component
class IndexWorkRecords {

    /** Longer than a step takes, unless Elasticsearch is slow; then two may do the same, which harms nothing. */
    private static final Duration LEASE = Duration.ofSeconds(20);

    private static final UUID NONE_YET = new UUID(-1, -1);

    private final JdbcClient jdbc;

    IndexWorkRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Asks for it, unless it is asked for already; answers what there is then. */
    IndexWorkId ask(String index, Task task, @Nullable PersonId by, long expected, Instant at) {
        return jdbc.sql("""
                        insert into search.index_work as asked (work_id, index, task, asked_at, asked_by, expected)
                        values (:work, :index, :task, :at, :by, :expected)
                        on conflict (index, task) where ended_at is null do update set task = asked.task
                        returning work_id
                        """)
                .param("work", IndexWorkId.next().value())
                .param("index", index)
                .param("task", task.name())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by == null ? null : by.value())
                .param("expected", expected)
                .query((row, ignored) -> new IndexWorkId(row.getObject("work_id", UUID.class)))
                .single();
    }

    /** Something to do that nobody does, first of all a rebuilding; it is held from now on. */
    Optional<IndexWork> take(String index) {
        return jdbc.sql("""
                        update search.index_work set leased_until = now() + make_interval(secs => :lease), failure = null
                        where work_id = (select work_id from search.index_work
                                         where index = :index and ended_at is null
                                             and (leased_until is null or leased_until < now())
                                         order by task desc limit 1 for update skip locked)
                        returning *
                        """)
                .param("index", index)
                .param("lease", LEASE.toSeconds())
                .query((row, ignored) -> work(row))
                .optional();
    }

    /** Notes how far it is. Answers false if it ended meanwhile: somebody else has done it. */
    boolean goOn(IndexWorkId work, @Nullable CourseId after, long done, Found found) {
        return jdbc.sql("""
                        update search.index_work
                        set after = :after, done = :done, missing = :missing, outdated = :outdated, surplus = :surplus,
                            differences = :differences::jsonb, leased_until = now() + make_interval(secs => :lease)
                        where work_id = :work and ended_at is null
                        """)
                        .param("work", work.value())
                        .param("after", after == null ? null : after.value())
                        .param("done", done)
                        .param("missing", found.missing())
                        .param("outdated", found.outdated())
                        .param("surplus", found.surplus())
                        .param("differences", CanonicalJson.write(found.differences()))
                        .param("lease", LEASE.toSeconds())
                        .update()
                == 1;
    }

    void end(IndexWorkId work, Instant at) {
        jdbc.sql("update search.index_work set ended_at = :at where work_id = :work and ended_at is null")
                .param("work", work.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** It is left to whoever takes it after a pause. */
    void putOff(IndexWorkId work, String failure, Duration pause) {
        jdbc.sql("""
                update search.index_work
                set failure = :failure, leased_until = now() + make_interval(secs => :pause)
                where work_id = :work and ended_at is null
                """)
                .param("work", work.value())
                .param("failure", failure)
                .param("pause", pause.toSeconds())
                .update();
    }

    /** When the last one ended that was done to the end. */
    Optional<Instant> lastEnd(String index, Task task) {
        return jdbc.sql("select max(ended_at) from search.index_work where index = :index and task = :task")
                .param("index", index)
                .param("task", task.name())
                .query((row, ignored) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)))
                .single()
                .map(OffsetDateTime::toInstant);
    }

    Optional<IndexWork> find(IndexWorkId work) {
        return jdbc.sql("select * from search.index_work where work_id = :work")
                .param("work", work.value())
                .query((row, ignored) -> work(row))
                .optional();
    }

    /** Newest first. */
    List<IndexWork> before(@Nullable IndexWorkId work, Task task, int limit) {
        return jdbc.sql("""
                        select * from search.index_work where work_id < :work and task = :task
                        order by work_id desc limit :limit
                        """)
                .param("work", work == null ? NONE_YET : work.value())
                .param("task", task.name())
                .param("limit", limit)
                .query((row, ignored) -> work(row))
                .list();
    }

    /** What ended before that moment. */
    int forgetBefore(Instant moment) {
        return jdbc.sql("delete from search.index_work where ended_at < :moment")
                .param("moment", moment.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static IndexWork work(ResultSet row) throws SQLException {
        var by = row.getObject("asked_by", UUID.class);
        var after = row.getObject("after", UUID.class);
        var ended = row.getObject("ended_at", OffsetDateTime.class);
        var leased = row.getObject("leased_until") != null;
        return new IndexWork(
                new IndexWorkId(row.getObject("work_id", UUID.class)),
                row.getString("index"),
                Task.valueOf(row.getString("task")),
                ended != null ? State.ENDED : leased ? State.RUNNING : State.WAITING,
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                by == null ? null : new PersonId(by),
                row.getLong("expected"),
                row.getLong("done"),
                after == null ? null : new CourseId(after),
                new Found(
                        row.getLong("missing"),
                        row.getLong("outdated"),
                        row.getLong("surplus"),
                        List.of(CanonicalJson.read(row.getString("differences"), Difference[].class))),
                row.getString("failure"),
                ended == null ? null : ended.toInstant());
    }
}
