package academy.artisan.lms.media.transcode;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.UUID;

import academy.artisan.lms.media.content.ContentId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Jobs for content whose processing had ended. */
@Repository
class TranscodingJobs {

    private final JdbcClient jdbc;
    private final Clock clock;

    TranscodingJobs(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The last job of one may be about to be removed: a new version takes the row from whoever would. */
    void add(Collection<ContentId> contents, int priority) {
        jdbc.sql("""
                insert into media.job as job (task_name, task_instance, execution_time, picked, version, priority)
                select :task, content::text, :now, false, 1, :priority from unnest(:contents::uuid[]) content
                on conflict (task_name, task_instance) do update
                set execution_time = excluded.execution_time, picked = false, picked_by = null, last_heartbeat = null,
                    consecutive_failures = 0, version = job.version + 1, priority = excluded.priority
                """)
                .param("task", TranscodeConfiguration.JOB.getTaskName())
                .param("contents", contents.stream().map(ContentId::value).toArray(UUID[]::new))
                .param("priority", priority)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
