package academy.artisan.lms.media.transcode;

import java.time.Clock;

import academy.artisan.lms.media.content.ContentId;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import org.springframework.stereotype.Component;

/** Content that waits to be processed, by whichever node is free. */
@Component
public class TranscodingQueue {

    private final SchedulerClient jobs;
    private final Clock clock;

    TranscodingQueue(SchedulerClient jobs, Clock clock) {
        this.jobs = jobs;
        this.clock = clock;
    }

    /** Adds content, as part of the caller's transaction; one that waits already is not added again. */
    public void add(ContentId contentId) {
        jobs.scheduleIfNotExists(
                TranscodeConfiguration.JOB.instance(contentId.toString()).build(), clock.instant());
    }
}
