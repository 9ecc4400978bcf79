package academy.artisan.lms.jobs;

import com.github.kagkarlsson.scheduler.task.Task;

/**
 * Work of one kind; every bean of this type is done. It is done at least once, also after a node was killed in the
 * middle, so doing it again has to be harmless.
 */
public abstract sealed class Job permits OneTimeJob, RecurringJob {

    abstract Task<?> task();

    /** Whether it may take so long that others must not wait for it. */
    boolean takesLong() {
        return false;
    }
}
