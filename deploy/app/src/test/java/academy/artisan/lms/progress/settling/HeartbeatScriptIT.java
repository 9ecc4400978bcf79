package academy.artisan.lms.progress.settling;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;

import academy.artisan.lms.course.LessonId;
import academy.artisan.lms.progress.inflight.DirtyLesson;
import academy.artisan.lms.progress.inflight.InFlight.Outcome;
import academy.artisan.lms.progress.inflight.InFlightStore;
import academy.artisan.lms.progress.policy.WatchPolicy;
import org.junit.jupiter.api.Test;

import static academy.artisan.lms.progress.settling.Oracle.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

/** The rules of credit one by one. */
class HeartbeatScriptIT extends HeartbeatScript {

    private static final long MIDNIGHT = 1_800_028_800L * SECOND;

    @Test
    void oneGiantClaimIsCreditedForTheTimeThatPassed() {
        pass(10);
        assertCredit(beat(0, 2700), 10, Map.of("not-enough-time", 2690));
        assertCredit(beat(0, 2700), 0, Map.of("not-enough-time", 2690));
    }

    @Test
    void aReplayCreditsOnce() {
        pass(10);
        assertCredit(beat(0, 5), 5, Map.of());
        pass(10);
        assertCredit(beat(0, 5), 0, Map.of());
    }

    @Test
    void aPauseIsNoStockOfCredit() {
        pass(60);
        beat();
        assertThat(beat(0, 100).credited()).isEqualTo(10);
    }

    @Test
    void aSilenceEarnsNoMoreThanItsLimit() {
        pass(3600);
        assertThat(beat(0, 2700).credited()).isEqualTo(300);
    }

    @Test
    void timeIsMultipliedByTheAllowedRate() {
        playback = open(lesson, LENGTH, WatchPolicy.ofRate(1.5));
        pass(10);
        assertThat(beat(0, 100).credited()).isEqualTo(15);
    }

    @Test
    void onlyTheNewestPlaybackIsCredited() {
        var older = playback;
        playback = open(lesson, LENGTH, PLAIN);
        pass(10);
        assertThat(apply(older, true, 0, 10)).isInstanceOf(Outcome.Superseded.class);
        assertThat(beat(0, 10).credited()).isEqualTo(10);
    }

    @Test
    void openingAgainAndAgainCreatesNoTime() {
        pass(10);
        var credited = beat(0, 10).credited();
        for (var i = 0; i < 20; i++) {
            playback = open(lesson, LENGTH, PLAIN);
            credited += beat(0, 2700).credited();
        }
        assertThat(credited).isEqualTo(10);
    }

    @Test
    void aLongSilenceLetsOneMoreThroughAndEndsThePlayback() {
        pass(3600);
        assertThat(beat(0, 1).ended()).isFalse();
        pass(3601);
        assertThat(beat(1, 2).ended()).isTrue();
        pass(1);
        assertThat(apply(playback, true, 2, 3)).isInstanceOf(Outcome.Ended.class);
    }

    @Test
    void onFirstViewingOnlyWhatFollowsIsCredited() {
        playback = open(lesson, LENGTH, new WatchPolicy(1, true, false, null, null));
        pass(100);
        assertCredit(beat(4, 10), 0, Map.of("skipped", 6));
        assertCredit(beat(3, 10), 7, Map.of());
        assertCredit(beat(14, 20), 0, Map.of("skipped", 6));
        pass(10);
        assertCredit(beat(13, 20), 7, Map.of());
    }

    @Test
    void aHiddenPageEarnsNothingWhereThatIsAsked() {
        playback = open(lesson, LENGTH, new WatchPolicy(1, false, true, null, null));
        pass(10);
        assertCredit(taken(apply(playback, false, 0, 10)), 0, Map.of("page-hidden", 10));
        assertCredit(beat(0, 10), 0, Map.of("not-enough-time", 10));
        pass(3);
        assertThat(beat(0, 10).credited()).isEqualTo(3);
    }

    @Test
    void onADayNoMoreThanItsCapIsCreditedInAllLessonsTogether() {
        now = MIDNIGHT - 100 * SECOND;
        var capped = new WatchPolicy(1, false, false, null, Duration.ofSeconds(60));
        playback = open(lesson, LENGTH, capped);
        pass(50);
        assertThat(beat(0, 50).credited()).isEqualTo(50);
        var next = new DirtyLesson(lesson.learner(), lesson.enrolment(), new LessonId(UUID.randomUUID()));
        playback = open(next, LENGTH, capped);
        pass(49);
        assertCredit(beat(0, 49), 10, Map.of("daily-cap", 39));
        pass(2);
        assertThat(beat(10, 100).credited()).isEqualTo(12);
        var today = LocalDate.ofInstant(InFlightStore.instant(now), ZoneId.of("Asia/Shanghai"));
        assertThat(changed(next).days()).isEqualTo(Map.of(today.minusDays(1), 60, today, 12));
    }

    @Test
    void aLessonThatIsLongerInANewVersionKeepsItsSeconds() {
        pass(10);
        beat(0, 10);
        playback = open(lesson, LENGTH + 100, PLAIN);
        pass(10);
        assertThat(beat(LENGTH + 90, LENGTH + 100).covered()).isEqualTo(20);
    }
}
