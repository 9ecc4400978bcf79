package academy.artisan.lms.progress.settling;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import academy.artisan.lms.progress.Coverage;
import academy.artisan.lms.progress.PlaybackId;
import academy.artisan.lms.progress.inflight.DirtyLesson;
import org.jspecify.annotations.Nullable;

/**
 * A lesson to settle, as of one moment.
 *
 * @param change tells it from the same lesson at another moment
 * @param length of the lesson in seconds; {@link #UNKNOWN_LENGTH} of a lesson from before stretches were kept
 * @param judged whether it was already known to be completed
 * @param days seconds credited to the learner by day, in all courses together
 * @param noted fields of the lesson in Redis that are not needed any more once this is settled
 */
public record Changed(
        DirtyLesson lesson,
        String change,
        PlaybackId playback,
        long sequence,
        int position,
        int length,
        long watchedMillis,
        Instant at,
        boolean judged,
        Coverage coverage,
        List<Stretch> stretches,
        List<Refused> refusals,
        List<Asked> asked,
        Map<LocalDate, Integer> days,
        List<String> noted) {

    static final int UNKNOWN_LENGTH = Integer.MAX_VALUE;

    /** What was credited before stretches were kept, so that none shows it. */
    boolean isWithoutEvidence() {
        return length == UNKNOWN_LENGTH;
    }

    /**
     * Seconds from (inclusive) to (exclusive) that a playback was credited.
     *
     * @param since when the time began that earned the first of them
     * @param until when the last was credited
     */
    record Stretch(UUID playback, int from, int to, Instant since, Instant until) {}

    /** What a playback was refused for one reason; most: by one heartbeat. */
    record Refused(
            UUID playback, String reason, Instant since, Instant until, int heartbeats, int most, int from, int to) {}

    /** A presence check. */
    record Asked(
            UUID challenge,
            UUID playback,
            Instant at,
            @Nullable Instant answeredAt) {}
}
