package academy.artisan.lms.progress;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A lesson to settle, as of one moment.
 *
 * @param change tells it from the same lesson at another moment
 * @param length of the lesson in seconds
 * @param toldAt when others last heard of it
 * @param judged whether it was already known to be completed
 * @param days seconds credited to the learner by day, in all courses together
 */
record Changed(
        DirtyLesson lesson,
        String change,
        PlaybackId playback,
        long sequence,
        int position,
        int length,
        long watchedMillis,
        Instant at,
        Instant toldAt,
        boolean judged,
        Coverage coverage,
        List<Stretch> stretches,
        List<Refused> refusals,
        List<Asked> asked,
        Map<LocalDate, Integer> days) {

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
