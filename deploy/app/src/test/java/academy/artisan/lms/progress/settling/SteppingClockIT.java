package academy.artisan.lms.progress.settling;

import java.util.Map;

import academy.artisan.lms.progress.settling.Changed.Stretch;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A clock that is set back, or goes back and forth, neither gives nor takes credit. */
class SteppingClockIT extends HeartbeatScript {

    @Test
    void aClockThatStepsBackALittleNeitherCreditsNorTakesAway() {
        pass(10);
        beat(0, 10);
        pass(-5);
        assertCredit(beat(10, 20), 0, Map.of("not-enough-time", 10));
        pass(10);
        assertThat(beat(10, 20).credited()).isEqualTo(5);
    }

    @Test
    void whoWatchesWhileTheClockIsSetBackEarnsAgainFromTheNextHeartbeat() {
        pass(10);
        beat(0, 10);
        pass(600);
        assertThat(beat(10, 400).credited()).isEqualTo(300);
        pass(-600);
        assertCredit(beat(310, 400), 0, Map.of("not-enough-time", 90));
        pass(7);
        assertThat(beat(310, 400).credited()).isEqualTo(7);
        pass(3);
        assertThat(beat(310, 400).credited()).isEqualTo(3);
        var id = playback.playbackId().value();
        assertThat(changed(lesson).stretches())
                .containsExactlyInAnyOrder(
                        new Stretch(id, 0, 310, at(0), at(610)), new Stretch(id, 310, 320, at(10), at(20)));
    }

    @Test
    void aClockThatGoesBackAndForthCreditsNoMoreThanPassed() {
        var credited = 0;
        for (var i = 0; i < 10; i++) {
            pass(8);
            credited += beat(0, 2700).credited();
            pass(-600);
            credited += beat(0, 2700).credited();
        }
        assertThat(credited).isEqualTo(80);
    }

    @Test
    void openingAfterTheClockSteppedBackALittleCreditsNoTimeTwice() {
        pass(100);
        beat(0, 100);
        pass(-5);
        playback = open(lesson, LENGTH, PLAIN);
        pass(5);
        assertThat(beat(100, 200).credited()).isZero();
        pass(5);
        assertThat(beat(100, 200).credited()).isEqualTo(5);
    }

    @Test
    void openingAfterTheClockWasSetBackCountsFromThere() {
        pass(100);
        beat(0, 100);
        pass(-3600);
        playback = open(lesson, LENGTH, PLAIN);
        assertThat(beat(100, 200).credited()).isZero();
        pass(5);
        assertThat(beat(100, 200).credited()).isEqualTo(5);
    }
}
