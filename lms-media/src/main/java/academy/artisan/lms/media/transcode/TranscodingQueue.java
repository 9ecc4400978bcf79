package academy.artisan.lms.media.transcode;

import java.time.Clock;

import academy.artisan.lms.course.VideoId;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import org.springframework.stereotype.Component;

/** Videos that wait to be processed, by whichever node is free. */
@Component
public class TranscodingQueue {

    private final SchedulerClient jobs;
    private final Clock clock;

    TranscodingQueue(SchedulerClient jobs, Clock clock) {
        this.jobs = jobs;
        this.clock = clock;
    }

    /** Adds a video, as part of the caller's transaction; one that waits already is not added again. */
    public void add(VideoId videoId) {
        jobs.scheduleIfNotExists(
                TranscodeConfiguration.JOB.instance(videoId.toString()).build(), clock.instant());
    }
}
