package academy.artisan.lms.jobs;

import java.time.Duration;
import java.util.function.Consumer;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;

/**
 * Work that is done once for each id that {@link Jobs#schedule} is called with. What fails is tried again for about
 * half a day, with growing pauses, and then given up.
 */
public final class OneTimeJob extends Job {

    private static final Duration FIRST_RETRY = Duration.ofSeconds(5);
    /** With a delay that grows by half each time, these are about half a day. */
    private static final int RETRIES = 20;

    private final OneTimeTask<Void> task;
    private final boolean takesLong;

    private OneTimeJob(OneTimeTask<Void> task, boolean takesLong) {
        this.task = task;
        this.takesLong = takesLong;
    }

    /**
     * A kind of work.
     *
     * @param work is given the id
     * @param givenUp is given the id when the work failed for the last time
     */
    public static OneTimeJob named(String name, Consumer<String> work, Consumer<String> givenUp) {
        return new OneTimeJob(
                Tasks.oneTime(name)
                        .onFailure(FailureHandler.<Void>maxRetries(RETRIES)
                                .withBackoff(FIRST_RETRY, 1.5)
                                .thenRemove(complete -> givenUp.accept(
                                        complete.getExecution().taskInstance.getId())))
                        .execute((instance, context) -> work.accept(instance.getId())),
                false);
    }

    /** The same work, for which others do not wait: it is done by threads of its own. */
    public OneTimeJob thatTakesLong() {
        return new OneTimeJob(task, true);
    }

    @Override
    boolean takesLong() {
        return takesLong;
    }

    @Override
    OneTimeTask<Void> task() {
        return task;
    }
}
