package academy.artisan.lms.jobs;

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
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
 * node leaves, is done at the next start or by another node. Jobs that take long have threads of their own.
 */
@Component
class JobWorker implements SmartLifecycle {

    /** A killed node is noticed after four missed heartbeats, looked for at every second one: within 30 seconds. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(5);

    /** What one worker does not know the other does: it is never taken for left over. */
    private static final Duration NEVER = Duration.ofDays(100 * 365);

    private final List<Scheduler> schedulers;
    private final boolean enabled;
    private volatile boolean running;

    /**
     * @param threads how many jobs are done at once; 0 leaves them to other nodes
     * @param longThreads how many of those that take long are done at once, besides the others
     */
    JobWorker(
            DataSource dataSource,
            List<Job> jobs,
            @Value("${lms.jobs.threads:4}") int threads,
            @Value("${lms.jobs.long-threads:2}") int longThreads) {
        this.enabled = threads > 0;
        this.schedulers = List.of(
                scheduler(dataSource, jobs, job -> !job.takesLong(), threads),
                scheduler(dataSource, jobs, Job::takesLong, longThreads));
    }

    private static Scheduler scheduler(DataSource dataSource, List<Job> all, Predicate<Job> whose, int threads) {
        var jobs = all.stream().filter(whose).toList();
        return Scheduler.create(dataSource, oneTime(jobs))
                .startTasks(recurring(jobs))
                .tableName(Jobs.TABLE)
                .threads(Math.max(1, threads))
                .pollingInterval(Duration.ofSeconds(1))
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(4)
                .deleteUnresolvedAfter(NEVER)
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
            schedulers.forEach(Scheduler::start);
        }
    }

    @Override
    public void stop() {
        running = false;
        schedulers.parallelStream().forEach(Scheduler::stop);
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
