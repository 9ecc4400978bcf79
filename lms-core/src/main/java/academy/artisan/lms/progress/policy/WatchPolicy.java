package academy.artisan.lms.progress.policy;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * What holds for one learner in one course, so that a credited hour was really watched. It is fixed for the life of a
 * playback token; the server enforces it, a player only displays it.
 *
 * @param maxRate seconds that may be credited per second of time
 * @param inOrder whether on first viewing only what follows on what was seen is credited
 * @param visibleOnly whether nothing is credited while the page is hidden
 * @param presence when a learner is asked to show presence; null for never
 * @param dailyCap how much may be credited to a learner on one day, in all courses together; null for no limit
 */
public record WatchPolicy(
        double maxRate,
        boolean inOrder,
        boolean visibleOnly,
        @Nullable PresenceChecks presence,
        @Nullable Duration dailyCap) {

    /**
     * Presence is asked for at random moments.
     *
     * @param every credited time between two of them on average; each comes after half to one and a half of it
     * @param answerWithin after that time nothing more is credited until the learner answers
     */
    public record PresenceChecks(Duration every, Duration answerWithin) {}

    /**
     * The same for an article or a document. What is read are not places but seconds that the page was seen: so none is
     * skipped, none passes faster than time, and none while the page is hidden.
     */
    public WatchPolicy forReading() {
        return new WatchPolicy(Math.min(1, maxRate), false, true, presence, dailyCap);
    }

    /** Nothing is asked but that time passes. */
    public static WatchPolicy ofRate(double maxRate) {
        return new WatchPolicy(maxRate, false, false, null, null);
    }
}
