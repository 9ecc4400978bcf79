package academy.artisan.lms.progress.settling;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.course.LessonId;
import academy.artisan.lms.enrolment.EnrolmentId;
import academy.artisan.lms.identity.PersonId;
import academy.artisan.lms.progress.Coverage;
import academy.artisan.lms.progress.LessonProgress;
import academy.artisan.lms.progress.PlaybackId;
import academy.artisan.lms.progress.PlaybackToken;
import academy.artisan.lms.progress.inflight.DirtyLesson;
import academy.artisan.lms.progress.inflight.Heartbeat;
import academy.artisan.lms.progress.inflight.InFlight;
import academy.artisan.lms.progress.inflight.InFlight.Outcome;
import academy.artisan.lms.progress.inflight.InFlightStore;
import academy.artisan.lms.progress.policy.WatchPolicy;
import academy.artisan.lms.testing.StackTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A Redis that failed over to a copy from before PostgreSQL was told: it knows less than PostgreSQL does. */
@StackTest
class OlderCopyIT {

    private static final int LENGTH = 20;

    @Autowired
    InFlight inFlight;

    @Autowired
    InFlightStore store;

    @Autowired
    Settled settled;

    @Autowired
    Unsettled unsettled;

    @Autowired
    JdbcClient jdbc;

    private final DirtyLesson lesson = new DirtyLesson(
            new PersonId(UUID.randomUUID()), new EnrolmentId(UUID.randomUUID()), new LessonId(UUID.randomUUID()));
    private final PlaybackToken playback = new PlaybackToken(
            PlaybackId.next(),
            lesson.learner(),
            lesson.enrolment(),
            CourseId.next(),
            lesson.lesson(),
            null,
            LENGTH,
            WatchPolicy.ofRate(1),
            Instant.now(),
            Instant.MAX,
            false);

    @BeforeEach
    void watchTheFirstHalfAndLoseItInRedis() {
        open();
        assertThat(beat(1, 0, 10)).isInstanceOf(Outcome.Taken.class);
        await().until(() -> covered() == 10);
        store.call(connection -> connection
                .keyCommands()
                .del(InFlight.heartbeatKeys(playback).subList(0, 3).stream()
                        .map(InFlightStore::bytes)
                        .toArray(byte[][]::new)));
        open();
    }

    @Test
    void aPlaybackThatGoesOnThereIsLoadedAnewWithWhatPostgresKnows() {
        assertThat(beat(2, 10, 15)).isEqualTo(new Outcome.Taken(5, 5, 0, 5, false, null, List.of()));
        await().untilAsserted(() -> assertThat(beat(3, 10, 15)).isInstanceOf(Outcome.Unknown.class));
        assertThat(covered()).isEqualTo(15);
    }

    @Test
    void aLessonIsCompletedByWhatPostgresKnows() {
        beat(2, 10, 20);
        var settlement = settled.write(unsettled.changed(List.of(lesson))).getFirst();
        assertThat(settlement.change().coverage().seconds()).isEqualTo(10);
        assertThat(settlement.completed()).isTrue();
        assertThat(settlement.isBehind()).isTrue();
    }

    /** Twenty seconds ago, so that they may be credited at once. */
    private void open() {
        inFlight.open(
                playback,
                Instant.now().minus(Duration.ofSeconds(LENGTH)),
                LessonProgress.none(lesson.enrolment(), lesson.lesson()),
                Map.of());
    }

    private Outcome beat(int sequence, int from, int to) {
        var claims = new Coverage(List.of(new Coverage.Range(from, to)));
        return inFlight.apply(playback, new Heartbeat(sequence, to, true, -1, claims));
    }

    private int covered() {
        return jdbc.sql("select covered_seconds from progress.lesson_progress where enrolment_id = :enrolment")
                .param("enrolment", lesson.enrolment().value())
                .query(Integer.class)
                .optional()
                .orElse(0);
    }
}
