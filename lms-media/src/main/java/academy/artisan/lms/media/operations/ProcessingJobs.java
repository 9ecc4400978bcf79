package academy.artisan.lms.media.operations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;

import academy.artisan.lms.course.GroupId;
import academy.artisan.lms.course.VideoId;
import academy.artisan.lms.support.Page;
import academy.artisan.lms.support.TimeCursor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads where processing stands: the state of content, and beside it the job that works on it or waits. */
@Repository
class ProcessingJobs {

    private static final String FROM = """
            from media.content join media.video using (content_id)
            left join media.job on job.task_name = 'transcode-video' and job.task_instance = content.content_id::text
            """;

    private final JdbcClient jdbc;

    ProcessingJobs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many videos there are in each state. */
    Map<JobState, Integer> counts() {
        var counts = new EnumMap<JobState, Integer>(JobState.class);
        for (var state : JobState.values()) {
            counts.put(state, 0);
        }
        jdbc.sql("select content.work, job.picked is true as picked, count(*) as videos " + FROM + """
                where content.work is not null group by content.work, job.picked is true
                """)
                .query(row -> {
                    counts.merge(
                            JobState.of(row.getString("work"), row.getBoolean("picked")),
                            row.getInt("videos"),
                            Integer::sum);
                });
        return counts;
    }

    /** What came to this state last is first. */
    Page<ProcessingJob> page(JobState state, @Nullable String after, int limit) {
        var cursor = TimeCursor.decode(after);
        var older = cursor == null ? "" : "and (content.since, video.video_id) < (:afterAt, :afterId)";
        var jobs = jdbc.sql("""
                        select video.video_id, video.file_name, video.group_id, content.work, content.state as content_state,
                            content.progress_percent, content.since, content.attempts, content.last_error,
                            coalesce(content.failure, content.rebuild_failure) as failure,
                            job.picked is true as picked, job.picked_by, job.execution_time
                        %s where content.work = :work %s %s
                        order by content.since desc, video.video_id desc limit :limit
                        """.formatted(FROM, state.condition(), older))
                .param("work", state.work())
                .param("afterAt", cursor == null ? null : cursor.at().atOffset(ZoneOffset.UTC))
                .param("afterId", cursor == null ? null : cursor.id())
                .param("limit", limit + 1)
                .query((row, ignored) -> job(row))
                .list();
        return Page.cut(jobs, limit, job -> job.cursor().encode());
    }

    private static ProcessingJob job(ResultSet row) throws SQLException {
        var state = JobState.of(row.getString("work"), row.getBoolean("picked"));
        var next = row.getObject("execution_time", OffsetDateTime.class);
        return new ProcessingJob(
                new VideoId(row.getObject("video_id", UUID.class)),
                row.getString("file_name"),
                new GroupId(row.getObject("group_id", UUID.class)),
                state,
                row.getString("content_state").equals("READY"),
                row.getInt("progress_percent"),
                row.getObject("since", OffsetDateTime.class).toInstant(),
                row.getInt("attempts"),
                state == JobState.RUNNING ? row.getString("picked_by") : null,
                state == JobState.WAITING && next != null ? next.toInstant() : null,
                row.getString("last_error"),
                row.getString("failure"));
    }
}
