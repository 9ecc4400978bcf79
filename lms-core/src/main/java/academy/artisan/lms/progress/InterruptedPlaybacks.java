package academy.artisan.lms.progress;

import java.time.Clock;
import java.util.Collection;
import java.util.Objects;

import academy.artisan.lms.enrolment.EnrolmentId;
import academy.artisan.lms.enrolment.LastLook;
import org.springframework.stereotype.Component;

/**
 * Interrupts the playbacks of learners who are moved, then settles what was credited in them. The next heartbeat finds
 * no playback, waits in {@link Openings} until the move is done, and goes on or is told why it cannot.
 */
@Component
class InterruptedPlaybacks implements LastLook {

    private final Settled settled;
    private final InFlight inFlight;
    private final ProgressProperties properties;
    private final Clock clock;

    InterruptedPlaybacks(Settled settled, InFlight inFlight, ProgressProperties properties, Clock clock) {
        this.settled = settled;
        this.inFlight = inFlight;
        this.properties = properties;
        this.clock = clock;
    }

    /** The lessons stay dirty, because the transaction may still be undone: the flusher settles them once more. */
    @Override
    public void settle(Collection<EnrolmentId> enrolmentIds) {
        var since = clock.instant().minus(properties.tokenLifetime());
        var recent = settled.recentPlaybacks(enrolmentIds, since);
        recent.forEach(playback -> inFlight.close(playback.lesson().learner(), playback.playback()));
        var changes = recent.stream()
                .map(Settled.RecentPlayback::lesson)
                .distinct()
                .map(inFlight::changed)
                .filter(Objects::nonNull)
                .toList();
        if (!changes.isEmpty()) {
            settled.settle(changes);
        }
    }
}
