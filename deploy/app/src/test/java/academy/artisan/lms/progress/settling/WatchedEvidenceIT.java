package academy.artisan.lms.progress.settling;

import java.util.stream.IntStream;

import academy.artisan.lms.progress.inflight.Heartbeat;
import academy.artisan.lms.progress.inflight.InFlight.Outcome;
import academy.artisan.lms.progress.inflight.InFlightStore;
import academy.artisan.lms.progress.inflight.Shards;
import academy.artisan.lms.progress.settling.Changed.Refused;
import academy.artisan.lms.progress.settling.Changed.Stretch;
import academy.artisan.lms.progress.settling.StoreAtMoment.Moment;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What is kept of how somebody watched. */
class WatchedEvidenceIT extends HeartbeatScript {

    @Test
    void watchedIsWhatThePlayerSaysWithinTheTimeThatPassed() {
        pass(10);
        assertThat(played(8_000, 0, 5).watched()).isEqualTo(8);
        pass(10);
        assertThat(played(500_000, 0, 5).watched()).isEqualTo(18);
        pass(10);
        assertThat(played(400_000, 5, 9).watched()).isEqualTo(18);
    }

    @Test
    void whatWasPlayedBeforeItIsCreditedIsWatchedOnce() {
        pass(10);
        assertThat(played(10_000).watched()).isEqualTo(10);
        assertThat(played(10_000, 0, 10))
                .extracting(Outcome.Taken::credited, Outcome.Taken::watched)
                .containsExactly(10, 10);
        assertThat(beat(0, 10).watched()).isEqualTo(10);
        pass(5);
        assertThat(beat(10, 15).watched()).isEqualTo(15);
        assertThat(played(15_000, 0, 15).watched()).isEqualTo(15);
    }

    @Test
    void whatWasPlayedIsNotWatchedAgainWhenThePlaybackIsLoadedAgain() {
        pass(60);
        assertThat(played(60_000, 0, 60).watched()).isEqualTo(60);
        lose(Shards.playback(lesson.learner()));
        load(lesson, playback, InFlightStore.instant(START));
        pass(30);
        assertThat(played(65_000, 0, 65).watched()).isEqualTo(65);
        pass(30);
        assertThat(played(70_000, 0, 65).watched()).isEqualTo(70);
    }

    @Test
    void aStretchGrowsWhileOneWatchesOn() {
        pass(10);
        beat(0, 10);
        pass(10);
        beat(5, 15, 30, 35);
        pass(10);
        beat(15, 18, 35, 40);
        var id = playback.playbackId().value();
        assertThat(changed(lesson).stretches())
                .containsExactlyInAnyOrder(
                        new Stretch(id, 0, 15, at(0), at(20)),
                        new Stretch(id, 15, 18, at(20), at(30)),
                        new Stretch(id, 30, 35, at(10), at(20)),
                        new Stretch(id, 35, 40, at(20), at(30)));
    }

    @Test
    void refusalsAreKeptByReason() {
        pass(10);
        beat(0, 30);
        pass(5);
        beat(5, 40);
        assertThat(changed(lesson).refusals())
                .containsExactly(
                        new Refused(playback.playbackId().value(), "not-enough-time", at(10), at(15), 2, 25, 10, 40));
    }

    @Test
    void manyStretchesAreSettledAtOnce() {
        playback = open(lesson, 20_000, PLAIN);
        for (var from = 0; from + 600 <= 20_000; from += 600) {
            pass(300);
            var start = from;
            beat(IntStream.range(0, 300)
                    .flatMap(i -> IntStream.of(start + 2 * i, start + 2 * i + 1))
                    .toArray());
        }
        var change = changed(lesson);
        assertThat(change.stretches()).hasSizeGreaterThan(9_000);
        settle(change, false);
        assertThat(changed(lesson).stretches()).hasSize(1);
    }

    private Outcome.Taken played(long millis, int... bounds) {
        store.at(new Moment(now, 500, nextChallenge));
        return taken(inFlight.apply(playback, new Heartbeat(++sequence, 0, true, millis, claims(bounds))));
    }
}
