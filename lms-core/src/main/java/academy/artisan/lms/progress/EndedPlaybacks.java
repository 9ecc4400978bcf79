package academy.artisan.lms.progress;

import java.time.Clock;

import academy.artisan.lms.enrolment.EnrolmentsEnded;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * Ends the playbacks of enrolments that others took the place of: the next heartbeat finds no playback, looks into
 * PostgreSQL and is told which enrolment to go on in.
 */
@Component
class EndedPlaybacks {

    private final Settled settled;
    private final InFlight inFlight;
    private final ProgressProperties properties;
    private final Clock clock;

    EndedPlaybacks(Settled settled, InFlight inFlight, ProgressProperties properties, Clock clock) {
        this.settled = settled;
        this.inFlight = inFlight;
        this.properties = properties;
        this.clock = clock;
    }

    @ApplicationModuleListener(id = "progress.end-playbacks")
    void on(EnrolmentsEnded news) {
        var since = clock.instant().minus(properties.tokenLifetime());
        settled.newestPlaybacks(news.enrolmentIds(), since).forEach(inFlight::close);
    }
}
