package academy.artisan.lms.jobs;

import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Does jobs while the application runs: from when it is ready until it stops. What a stop interrupts, and what a killed
 * node leaves, is done at the next start or by another node.
 */
@Component
class JobWorker implements SmartLifecycle {

    /** A killed node is noticed after four missed heartbeats, looked for at every second one: within 30 seconds. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(5);

    private final Scheduler scheduler;
    private final boolean enabled;
    private volatile boolean running;

    /** @param threads how many jobs are done at once; 0 leaves them to other nodes */
    JobWorker(DataSource dataSource, List<Job> jobs, @Value("${lms.jobs.threads:4}") int threads) {
        this.enabled = threads > 0;
        this.scheduler = Scheduler.create(dataSource, oneTime(jobs))
                .startTasks(recurring(jobs))
                .tableName(Jobs.TABLE)
                .threads(Math.max(1, threads))
                .pollingInterval(Duration.ofSeconds(1))
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(4)
                .shutdownMaxWait(HEARTBEAT)
                .build();
    }

    private static List<Task<?>> oneTime(List<Job> jobs) {
        return jobs.stream()
                .filter(OneTimeJob.class::isInstance)
                .<Task<?>>map(Job::task)
                .toList();
    }

    private static List<RecurringTask<Void>> recurring(List<Job> jobs) {
        return jobs.stream()
                .filter(RecurringJob.class::isInstance)
                .map(job -> ((RecurringJob) job).task())
                .toList();
    }

    @EventListener(ApplicationReadyEvent.class)
    @Override
    public void start() {
        if (enabled && !running) {
            running = true;
            scheduler.start();
        }
    }

    @Override
    public void stop() {
        running = false;
        scheduler.stop();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public boolean isAutoStartup() {
        return false;
    }
}
