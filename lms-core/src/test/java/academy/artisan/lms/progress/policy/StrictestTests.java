package academy.artisan.lms.progress.policy;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.organization.UnitId;
import academy.artisan.lms.support.InvalidFields;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class StrictestTests {

    private static final BigDecimal TWICE = new BigDecimal("2.0");
    private static final WatchRules PLATFORM = rate("1.0");

    private final Asking course = Asking.of(CourseId.next());
    private final Asking employer = Asking.of(UnitId.next());
    private final Asking department = Asking.of(UnitId.next());

    private static WatchRules rate(String rate) {
        return new WatchRules(new BigDecimal(rate), null, null, null, null);
    }

    private static WatchRules presence(int every, int answerWithin) {
        return new WatchRules(null, null, null, new WatchRules.PresenceRule(every, answerWithin), null);
    }

    private static WatchRules cap(@Nullable Integer seconds) {
        return new WatchRules(null, null, null, null, seconds);
    }

    private static TracedPolicy strictest(Asked... declared) {
        return Strictest.of(PLATFORM, TWICE, List.of(declared));
    }

    @Test
    void whereNobodySaysAnythingTheRateOfThePlatformHolds() {
        var traced = strictest();
        assertThat(traced.policy()).isEqualTo(WatchPolicy.ofRate(1.0));
        assertThat(traced.origins()).containsExactly(new TracedPolicy.Origin("maxRate", Asking.PLATFORM));
    }

    @Test
    void oneWhoDeclaresARateRaisesItAboveThePlatforms() {
        var traced = strictest(new Asked(course, rate("1.50")), new Asked(employer, cap(null)));
        assertThat(traced.policy().maxRate()).isEqualTo(1.5);
        assertThat(traced.origins()).containsExactly(new TracedPolicy.Origin("maxRate", course));
    }

    @Test
    void lowestOfTheDeclaredRatesHoldsAndIsTracedToAllWhoDeclareIt() {
        var traced = strictest(
                new Asked(course, rate("2")), new Asked(employer, rate("1.25")), new Asked(department, rate("1.250")));
        assertThat(traced.policy().maxRate()).isEqualTo(1.25);
        assertThat(traced.origins())
                .containsExactly(
                        new TracedPolicy.Origin("maxRate", employer), new TracedPolicy.Origin("maxRate", department));
    }

    @Test
    void nobodyGoesAboveTheHighestRateOfThePlatform() {
        var traced = Strictest.of(PLATFORM, new BigDecimal("1.2"), List.of(new Asked(course, rate("1.5"))));
        assertThat(traced.policy().maxRate()).isEqualTo(1.2);
        assertThat(traced.origins()).containsExactly(new TracedPolicy.Origin("maxRate", Asking.PLATFORM));
    }

    @Test
    void whatAnybodyAsksForIsAskedAndNobodyTakesItBack() {
        var asks = new WatchRules(null, true, null, null, null);
        var doesNot = new WatchRules(null, false, false, null, null);
        var traced = strictest(new Asked(course, doesNot), new Asked(employer, asks));
        assertThat(traced.policy().inOrder()).isTrue();
        assertThat(traced.policy().visibleOnly()).isFalse();
        assertThat(traced.origins()).contains(new TracedPolicy.Origin("inOrder", employer));
    }

    @Test
    void shortestTimesOfPresenceAreTakenFromWhoeverHasThem() {
        var traced = strictest(new Asked(course, presence(600, 60)), new Asked(employer, presence(900, 30)));
        assertThat(traced.policy().presence())
                .isEqualTo(new WatchPolicy.PresenceChecks(Duration.ofMinutes(10), Duration.ofSeconds(30)));
        assertThat(traced.origins())
                .contains(
                        new TracedPolicy.Origin("presence.everySeconds", course),
                        new TracedPolicy.Origin("presence.answerWithinSeconds", employer));
    }

    @Test
    void lowestCapHoldsAndThePlatformAsksTooOfWhomNobodyElseDoes() {
        var platform = new WatchRules(BigDecimal.ONE, true, null, null, 7200);
        var traced = Strictest.of(platform, TWICE, List.of(new Asked(employer, cap(3600))));
        assertThat(traced.policy().dailyCap()).isEqualTo(Duration.ofHours(1));
        assertThat(traced.policy().inOrder()).isTrue();
        assertThat(Strictest.of(platform, TWICE, List.of()).policy().dailyCap()).isEqualTo(Duration.ofHours(2));
    }

    @Test
    void moreTimeToAnswerThanBetweenTwoQuestionsIsRefused() {
        assertThatExceptionOfType(InvalidFields.class)
                .isThrownBy(() -> presence(60, 61).requireConsistent())
                .satisfies(problem ->
                        assertThat(problem.errors().getFirst().field()).isEqualTo("presence.answerWithinSeconds"));
        assertThat(presence(60, 60).requireConsistent()).isEqualTo(presence(60, 60));
    }
}
