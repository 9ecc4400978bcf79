package academy.artisan.lms.progress;

import java.time.Instant;
import java.util.List;

import academy.artisan.lms.course.LessonId;
import org.jspecify.annotations.Nullable;

/**
 * An opening of a lesson, as evidence. The lists hold so many at most; the numbers count all.
 *
 * @param lessonId where progress in the lesson is kept
 * @param settledAt the last moment that was credited from it and is durable
 * @param policy what was asked of who watched, as of the last token; not there for those from before it was kept
 * @param creditedSeconds seconds of all stretches
 * @param credited which seconds were credited in which time, in their order in the lesson
 * @param refused what was refused for which reason, in order of time
 * @param presenceChecks in order of time
 */
public record PlaybackRecord(
        PlaybackId playbackId,
        LessonId lessonId,
        Instant openedAt,
        @Nullable Instant settledAt,
        @Nullable HeldPolicy policy,
        int creditedSeconds,
        int stretchCount,
        List<CreditedStretch> credited,
        List<RefusedClaim> refused,
        int presenceCheckCount,
        List<PresenceCheck> presenceChecks) {

    /** How many stretches, refusals and presence checks of a playback are shown, of each. */
    public static final int MOST_SHOWN = 100;

    /**
     * What was asked of who watched.
     *
     * @param maxRate seconds that may be credited per second of time
     * @param inOrder whether on first viewing only what follows on what was seen is credited
     * @param visibleOnly whether nothing is credited while the page is hidden
     * @param presenceEverySeconds credited time between two presence checks on average
     * @param dailyCapSeconds how much may be credited on one day, in all courses together
     */
    public record HeldPolicy(
            double maxRate,
            boolean inOrder,
            boolean visibleOnly,
            @Nullable Long presenceEverySeconds,
            @Nullable Long answerWithinSeconds,
            @Nullable Long dailyCapSeconds) {}

    /**
     * Seconds from (inclusive) to (exclusive) that were credited.
     *
     * @param since when the time began that earned the first of them
     * @param until when the last was credited
     */
    public record CreditedStretch(int from, int to, Instant since, Instant until) {}

    /**
     * Seconds between from (inclusive) and to (exclusive) that were not credited when they were claimed. A player
     * claims again what was refused, so that it may be credited later.
     *
     * @param mostSeconds the most that one heartbeat was refused
     * @param heartbeats how many were refused something for this reason
     */
    public record RefusedClaim(
            String reason, int mostSeconds, int from, int to, Instant since, Instant until, int heartbeats) {}

    /**
     * A question whether the learner is there.
     *
     * @param answeredAt not there as long as nobody answered
     */
    public record PresenceCheck(Instant issuedAt, @Nullable Instant answeredAt) {}
}
