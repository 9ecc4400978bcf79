package academy.artisan.lms.progress.playback;

import java.time.Clock;
import java.util.Collection;
import java.util.stream.Collectors;

import academy.artisan.lms.enrolment.EnrolmentId;
import academy.artisan.lms.enrolment.LastLook;
import academy.artisan.lms.progress.ProgressProperties;
import academy.artisan.lms.progress.inflight.InFlight;
import academy.artisan.lms.progress.inflight.Shards;
import academy.artisan.lms.progress.settling.Settled;
import academy.artisan.lms.progress.settling.Unsettled;
import org.springframework.stereotype.Component;

/**
 * Interrupts the playbacks of learners who are moved, then settles what was credited in them. The next heartbeat finds
 * no playback, waits in {@link Openings} until the move is done, and goes on or is told why it cannot.
 */
@Component
class InterruptedPlaybacks implements LastLook {

    private final Settled settled;
    private final PlaybackRecords records;
    private final InFlight inFlight;
    private final Unsettled unsettled;
    private final ProgressProperties properties;
    private final Clock clock;

    InterruptedPlaybacks(
            Settled settled,
            PlaybackRecords records,
            InFlight inFlight,
            Unsettled unsettled,
            ProgressProperties properties,
            Clock clock) {
        this.settled = settled;
        this.records = records;
        this.inFlight = inFlight;
        this.unsettled = unsettled;
        this.properties = properties;
        this.clock = clock;
    }

    /** The lessons stay dirty, because the transaction may still be undone: the flusher settles them once more. */
    @Override
    public void settle(Collection<EnrolmentId> enrolmentIds) {
        var since = clock.instant().minus(properties.tokenLifetime());
        var recent = records.recentPlaybacks(enrolmentIds, since);
        recent.forEach(playback -> inFlight.close(playback.lesson().learner(), playback.playback()));
        var changes = recent.stream()
                .map(PlaybackRecords.RecentPlayback::lesson)
                .distinct()
                .collect(Collectors.groupingBy(lesson -> Shards.of(lesson.learner())))
                .values()
                .stream()
                .flatMap(lessons -> unsettled.changed(lessons).stream())
                .toList();
        if (!changes.isEmpty()) {
            // Whoever moves them judges them, too
            settled.write(changes);
        }
    }
}
