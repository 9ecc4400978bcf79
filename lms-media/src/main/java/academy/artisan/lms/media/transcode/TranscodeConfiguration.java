package academy.artisan.lms.media.transcode;

import java.time.Duration;
import javax.sql.DataSource;

import academy.artisan.lms.jobs.RecurringJob;
import academy.artisan.lms.media.content.ContentId;
import academy.artisan.lms.media.program.VideoPrograms;
import academy.artisan.lms.media.source.VideoLimits;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({TranscodeProperties.class, VideoLimits.class, VideoPrograms.class})
class TranscodeConfiguration {

    static final TaskDescriptor<Void> JOB = TaskDescriptor.of("transcode-video");

    private static final String TABLE = "media.job";
    /** A killed node is noticed after four missed heartbeats, looked for at every second one: within 30 seconds. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(5);

    private static final Duration RETIRED_RUNS_PLAYED_FOR = Duration.ofDays(2);
    private static final Duration FIRST_RETRY = Duration.ofSeconds(5);
    /** With a delay that grows by half each time, these are about half a day. */
    private static final int RETRIES = 20;

    @Bean
    OneTimeTask<Void> transcodeTask(TranscodeJob job, Transcodings transcodings) {
        // A node that was taken for dead, and goes on, has lost its job by then: nothing is held for what it failed at
        return Tasks.oneTime(JOB)
                .onFailure(FailureHandler.<Void>maxRetries(RETRIES)
                        .withBackoff(FIRST_RETRY, 1.5)
                        .thenRemove(complete -> transcodings.held(content(complete))))
                .execute((instance, ignored) -> job.run(ContentId.of(instance.getId())));
    }

    private static ContentId content(ExecutionComplete complete) {
        return ContentId.of(complete.getExecution().taskInstance.getId());
    }

    @Bean
    Ladder ladder(TranscodeProperties properties) {
        return new Ladder(properties.ladder());
    }

    /** Adds jobs within the transaction of the caller. */
    @Bean
    SchedulerClient transcodeJobs(DataSource dataSource, OneTimeTask<Void> transcodeTask) {
        return SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(dataSource), transcodeTask)
                .tableName(TABLE)
                .enablePriority()
                .build();
    }

    @Bean
    TranscodeWorker transcodeWorker(
            DataSource dataSource, OneTimeTask<Void> transcodeTask, TranscodeProperties properties) {
        var scheduler = Scheduler.create(dataSource, transcodeTask)
                .tableName(TABLE)
                .threads(Math.max(1, properties.jobsAtOnce()))
                // Takes no more than it can begin at once: what is more urgent may come before the next is taken
                .pollUsingLockAndFetch(0.5, 1)
                .enablePriority()
                .pollingInterval(Duration.ofSeconds(1))
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(4)
                .shutdownMaxWait(Duration.ofSeconds(1))
                .build();
        return new TranscodeWorker(scheduler, properties.jobsAtOnce() > 0);
    }

    /** Who was in the middle of something when it was made anew goes on with what was made before. */
    @Bean
    RecurringJob retiredRuns(Transcodings transcodings) {
        return RecurringJob.every(
                Duration.ofHours(1), "remove-retired-runs", () -> transcodings.removeRetired(RETIRED_RUNS_PLAYED_FOR));
    }
}
