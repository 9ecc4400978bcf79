package academy.artisan.lms.media.transcode;

import java.time.Clock;
import java.util.Collection;
import java.util.List;

import academy.artisan.lms.media.content.ContentId;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.Priority;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Content that waits to be processed, by whichever node is free; all of it as part of the caller's transaction. */
@Component
public class TranscodingQueue {

    private final SchedulerClient jobs;
    private final Restarts restarts;
    private final TranscodingJobs again;
    private final Ladder ladder;
    private final Clock clock;

    TranscodingQueue(SchedulerClient jobs, Restarts restarts, TranscodingJobs again, Ladder ladder, Clock clock) {
        this.jobs = jobs;
        this.restarts = restarts;
        this.again = again;
        this.ladder = ladder;
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
            again.add(List.of(contentId), Priority.MEDIUM);
            return true;
        }
        if (restarts.wantRebuiltAfterFailure(contentId)) {
            again.add(List.of(contentId), Priority.LOW);
            return true;
        }
        return false;
    }

    /** The same for what failed for a reason that is not in its bytes alone; false if it did not. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean tryAgainUnlessInBytes(ContentId contentId) {
        var isWanted = restarts.tryAgainUnlessInBytes(contentId);
        if (isWanted) {
            again.add(List.of(contentId), Priority.MEDIUM);
        }
        return isWanted;
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
        again.add(wanted, Priority.LOW);
        return wanted.size();
    }

    /** The same for all that were made by another ladder than the current one. */
    @Transactional(propagation = Propagation.MANDATORY)
    public int rebuildOlder() {
        var wanted = restarts.wantRebuiltUnlessMadeBy(ladder.name());
        again.add(wanted, Priority.LOW);
        return wanted.size();
    }
}
