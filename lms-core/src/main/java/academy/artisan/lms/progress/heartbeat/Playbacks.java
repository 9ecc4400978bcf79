package academy.artisan.lms.progress.heartbeat;

import java.util.ArrayList;
import java.util.List;

import academy.artisan.lms.progress.PlaybackSuperseded;
import academy.artisan.lms.progress.PlaybackToken;
import academy.artisan.lms.progress.ProgressProperties;
import academy.artisan.lms.progress.ProgressUnavailable;
import academy.artisan.lms.progress.inflight.Challenge;
import academy.artisan.lms.progress.inflight.Heartbeat;
import academy.artisan.lms.progress.inflight.InFlight;
import academy.artisan.lms.progress.inflight.Refusal;
import academy.artisan.lms.progress.playback.Openings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Takes what the players of open playbacks report. */
@Service
class Playbacks {

    /** What became of a heartbeat. */
    record Credit(
            int credited,
            List<Refusal> refusals,
            int covered,
            int watched,
            long durableSequence,
            boolean completed,
            boolean ended,
            @Nullable Challenge challenge) {

        int refused() {
            return refusals.stream().mapToInt(Refusal::seconds).sum();
        }

        /** This, after that. */
        private Credit after(Credit before) {
            var all = new ArrayList<>(before.refusals);
            all.addAll(refusals);
            return new Credit(
                    credited + before.credited,
                    all,
                    covered,
                    watched,
                    durableSequence,
                    completed,
                    ended || before.ended,
                    challenge);
        }
    }

    private final Openings openings;
    private final InFlight inFlight;
    private final HeartbeatCounts counts;
    private final ProgressProperties properties;

    Playbacks(Openings openings, InFlight inFlight, HeartbeatCounts counts, ProgressProperties properties) {
        this.openings = openings;
        this.inFlight = inFlight;
        this.counts = counts;
        this.properties = properties;
    }

    /**
     * Takes a heartbeat: one Redis round trip and no SQL, unless Redis has lost the playback.
     *
     * @throws PlaybackSuperseded if the learner has a newer playback
     * @throws PlaybackEnded if it ended by its silence
     * @throws PreviewNotCredited if nobody learns here
     */
    Credit beat(PlaybackToken token, Heartbeat heartbeat) {
        if (token.isPreview()) {
            throw new PreviewNotCredited();
        }
        try {
            var credit = taken(token, heartbeat);
            counts.taken(credit);
            return credit;
        } catch (RuntimeException why) {
            counts.notTaken(why);
            throw why;
        }
    }

    /**
     * What Redis does not know, or takes for superseded, is decided by PostgreSQL: Redis may have been told too late.
     */
    private Credit taken(PlaybackToken token, Heartbeat heartbeat) {
        var outcome = inFlight.apply(token, heartbeat);
        if (outcome instanceof InFlight.Outcome.Unknown || outcome instanceof InFlight.Outcome.Superseded) {
            outcome = openings.openAgain(token, heartbeat);
            counts.reloaded();
        }
        return switch (outcome) {
            case InFlight.Outcome.Taken taken -> credit(token, taken);
            case InFlight.Outcome.Ended ignored -> throw new PlaybackEnded();
            case InFlight.Outcome.Superseded ignored -> throw new PlaybackSuperseded();
            case InFlight.Outcome.Unknown ignored ->
                throw new ProgressUnavailable(new IllegalStateException("Lost again at once"));
        };
    }

    /** Takes what could not be sent before, at most two round trips; see {@link #beat(PlaybackToken, Heartbeat)}. */
    Credit beat(PlaybackToken token, List<Heartbeat> heartbeats) {
        Credit all = null;
        for (var heartbeat : Heartbeat.merge(heartbeats, token.policy().visibleOnly())) {
            if (all != null && all.ended()) {
                return all;
            }
            var credit = beat(token, heartbeat);
            all = all == null ? credit : credit.after(all);
        }
        if (all == null) {
            throw new IllegalArgumentException("No heartbeat");
        }
        return all;
    }

    /**
     * Takes the answer to a presence check; true if it comes late.
     *
     * @throws ChallengeUnknown if none of this name is open
     */
    boolean confirm(PlaybackToken token, String challengeId) {
        return switch (inFlight.confirm(token, challengeId)) {
            case IN_TIME -> false;
            case LATE -> true;
            case OTHER_CHALLENGE, UNKNOWN -> throw new ChallengeUnknown();
            case ENDED -> throw new PlaybackEnded();
            case SUPERSEDED -> throw new PlaybackSuperseded();
        };
    }

    private Credit credit(PlaybackToken token, InFlight.Outcome.Taken taken) {
        return new Credit(
                taken.credited(),
                taken.refusals(),
                taken.covered(),
                taken.watched(),
                taken.durableSequence(),
                taken.covered() >= properties.secondsToComplete(token.durationSeconds()),
                taken.ended(),
                taken.challenge());
    }
}
