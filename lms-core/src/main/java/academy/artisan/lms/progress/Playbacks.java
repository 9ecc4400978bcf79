package academy.artisan.lms.progress;

import org.springframework.stereotype.Service;

/** Takes the heartbeats of open playbacks. */
@Service
class Playbacks {

    /** What became of a heartbeat. */
    record Credit(int credited, int refused, int covered, long durableSequence, boolean completed) {}

    private final Openings openings;
    private final InFlight inFlight;
    private final ProgressProperties properties;

    Playbacks(Openings openings, InFlight inFlight, ProgressProperties properties) {
        this.openings = openings;
        this.inFlight = inFlight;
        this.properties = properties;
    }

    /**
     * Takes a heartbeat: one Redis round trip and no SQL, unless Redis has lost the playback.
     *
     * @throws PlaybackSuperseded if the learner has a newer playback
     * @throws PreviewNotCredited if nobody learns here
     */
    Credit beat(PlaybackToken token, Heartbeat heartbeat) {
        if (token.isPreview()) {
            throw new PreviewNotCredited();
        }
        var outcome = inFlight.apply(token, heartbeat);
        if (outcome instanceof InFlight.Outcome.Unknown) {
            outcome = openings.openAgain(token, heartbeat);
        }
        if (outcome instanceof InFlight.Outcome.Taken taken) {
            return credit(token, taken);
        }
        throw new PlaybackSuperseded();
    }

    private Credit credit(PlaybackToken token, InFlight.Outcome.Taken taken) {
        return new Credit(
                taken.credited(),
                taken.refused(),
                taken.covered(),
                taken.durableSequence(),
                taken.covered() >= properties.secondsToComplete(token.durationSeconds()));
    }
}
