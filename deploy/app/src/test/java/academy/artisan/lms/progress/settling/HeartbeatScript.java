package academy.artisan.lms.progress.settling;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.course.LessonId;
import academy.artisan.lms.enrolment.EnrolmentId;
import academy.artisan.lms.identity.PersonId;
import academy.artisan.lms.progress.Coverage;
import academy.artisan.lms.progress.LessonProgress;
import academy.artisan.lms.progress.PlaybackId;
import academy.artisan.lms.progress.PlaybackToken;
import academy.artisan.lms.progress.inflight.CreditRules;
import academy.artisan.lms.progress.inflight.DirtyLesson;
import academy.artisan.lms.progress.inflight.Heartbeat;
import academy.artisan.lms.progress.inflight.InFlight;
import academy.artisan.lms.progress.inflight.InFlight.Outcome;
import academy.artisan.lms.progress.inflight.InFlightStore;
import academy.artisan.lms.progress.inflight.Refusal;
import academy.artisan.lms.progress.inflight.Shards;
import academy.artisan.lms.progress.policy.WatchPolicy;
import academy.artisan.lms.progress.settling.StoreAtMoment.Moment;
import academy.artisan.lms.progress.settling.Unsettled.Settlement;
import academy.artisan.lms.testing.StackTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

import static academy.artisan.lms.progress.settling.Oracle.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

/** A lesson that is open on a real Redis, with the clock in the hands of the test. */
@StackTest
abstract class HeartbeatScript {

    static final int LENGTH = 2700;
    static final long START = 1_800_000_000L * SECOND;
    static final WatchPolicy PLAIN = WatchPolicy.ofRate(1);

    @Autowired
    LettuceConnectionFactory redis;

    @Autowired
    CreditRules rules;

    final DirtyLesson lesson = new DirtyLesson(
            new PersonId(UUID.randomUUID()), new EnrolmentId(UUID.randomUUID()), new LessonId(UUID.randomUUID()));

    StoreAtMoment store;
    InFlight inFlight;
    Unsettled unsettled;
    PlaybackToken playback;
    final String nextChallenge = UUID.randomUUID().toString();
    long now = START;
    int sequence;

    @BeforeEach
    void openLesson() {
        store = new StoreAtMoment(redis);
        inFlight = new InFlight(store, rules);
        unsettled = new Unsettled(store, rules, Clock.systemUTC());
        playback = open(lesson, LENGTH, PLAIN);
    }

    void settle(Changed change, boolean isCompleted) {
        assertThat(unsettled.settle(
                        Shards.of(change.lesson().learner()),
                        List.of(new Settlement(change, isCompleted, false)),
                        Duration.ZERO))
                .isEqualTo(1);
    }

    PlaybackToken open(DirtyLesson which, int length, WatchPolicy policy) {
        var token = new PlaybackToken(
                PlaybackId.next(),
                which.learner(),
                which.enrolment(),
                CourseId.next(),
                which.lesson(),
                null,
                length,
                policy,
                InFlightStore.instant(now),
                Instant.MAX,
                false);
        load(which, token, null);
        return token;
    }

    void load(DirtyLesson which, PlaybackToken token, @Nullable Instant since) {
        store.at(new Moment(now, 500, nextChallenge));
        inFlight.open(token, since, LessonProgress.none(which.enrolment(), which.lesson()), Map.of());
    }

    void pass(long seconds) {
        now += seconds * SECOND;
    }

    Outcome.Taken beat(int... bounds) {
        return taken(apply(playback, true, bounds));
    }

    Outcome apply(PlaybackToken token, boolean visible, int... bounds) {
        store.at(new Moment(now, 500, nextChallenge));
        return inFlight.apply(token, new Heartbeat(++sequence, 0, visible, -1, claims(bounds)));
    }

    static Coverage claims(int... bounds) {
        var ranges = new ArrayList<Coverage.Range>();
        for (var i = 0; i < bounds.length; i += 2) {
            ranges.add(new Coverage.Range(bounds[i], bounds[i + 1]));
        }
        return Coverage.of(ranges);
    }

    static Outcome.Taken taken(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Taken.class);
        return (Outcome.Taken) outcome;
    }

    static void assertCredit(Outcome.Taken taken, int credited, Map<String, Integer> refused) {
        assertThat(taken.credited()).isEqualTo(credited);
        assertThat(taken.refusals())
                .containsExactlyInAnyOrderElementsOf(refused.entrySet().stream()
                        .map(one -> new Refusal(one.getKey(), one.getValue()))
                        .toList());
    }

    Changed changed(DirtyLesson which) {
        return unsettled.changed(List.of(which)).getFirst();
    }

    void lose(String key) {
        store.lose(Stream.of(key));
    }

    static Instant at(long seconds) {
        return InFlightStore.instant(START + seconds * SECOND);
    }
}
