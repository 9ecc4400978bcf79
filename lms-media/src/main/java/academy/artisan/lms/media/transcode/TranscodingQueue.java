package academy.artisan.lms.media.transcode;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import academy.artisan.lms.media.content.ContentId;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.Priority;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Content that waits to be processed, by whichever node is free; all of it as part of the caller's transaction. */
@Component
public class TranscodingQueue {

    private final SchedulerClient jobs;
    private final Restarts restarts;
    private final Ladder ladder;
    private final JdbcClient jdbc;
    private final Clock clock;

    TranscodingQueue(SchedulerClient jobs, Restarts restarts, Ladder ladder, JdbcClient jdbc, Clock clock) {
        this.jobs = jobs;
        this.restarts = restarts;
        this.ladder = ladder;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Adds content; one that waits already is not added again. */
    public void add(ContentId contentId) {
        jobs.scheduleIfNotExists(
                TranscodeConfiguration.JOB.instance(contentId.toString()).build(), clock.instant());
    }

    /** Has tried again what is held, failed, or could not be made anew; false if it is none of these. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean tryAgain(ContentId contentId) {
        if (restarts.tryAgain(contentId)) {
            add(List.of(contentId), Priority.MEDIUM);
            return true;
        }
        if (restarts.wantRebuiltAfterFailure(contentId)) {
            add(List.of(contentId), Priority.LOW);
            return true;
        }
        return false;
    }

    /** Decides that what is held, or could not be made anew, is not tried again; false if it is neither. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean giveUp(ContentId contentId) {
        return restarts.giveUp(contentId);
    }

    /** Has these made anew, after all new uploads; answers how many were not to be already. */
    @Transactional(propagation = Propagation.MANDATORY)
    public int rebuild(Collection<ContentId> contents) {
        var wanted = restarts.wantRebuilt(contents);
        add(wanted, Priority.LOW);
        return wanted.size();
    }

    /** The same for all that were made by another ladder than the current one. */
    @Transactional(propagation = Propagation.MANDATORY)
    public int rebuildOlder() {
        var wanted = restarts.wantRebuiltUnlessMadeBy(ladder.name());
        add(wanted, Priority.LOW);
        return wanted.size();
    }

    /**
     * Adds content whose processing had ended. Its last job may be about to be removed: a new version takes the row
     * from whoever would.
     */
    private void add(Collection<ContentId> contents, int priority) {
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
