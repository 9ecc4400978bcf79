package academy.artisan.lms.progress.settling;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.progress.PlaybackId;
import academy.artisan.lms.progress.PlaybackToken;
import academy.artisan.lms.progress.inflight.Heartbeat;
import academy.artisan.lms.progress.inflight.InFlight;
import academy.artisan.lms.progress.inflight.InFlight.Outcome;
import academy.artisan.lms.progress.inflight.InFlightStore;
import academy.artisan.lms.progress.inflight.Shards;
import academy.artisan.lms.progress.policy.WatchPolicy;
import academy.artisan.lms.progress.settling.Setting.Opened;
import academy.artisan.lms.progress.settling.Setting.Parts;
import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What one learner's devices, clocks, settling nodes and stores happen to do, in an order that a seed decides; after
 * each step Redis has to answer what the {@link Oracle} says.
 */
final class Schedule {

    private final long seed;
    private final Random random;
    private final Setting setting;
    private final Parts parts;
    private final Oracle oracle;
    private final Players players;
    private final SettlingNodes nodes;
    private final List<Opened> opened;
    private final long[] firstOpened = {Long.MAX_VALUE, Long.MAX_VALUE};
    private final Map<PlaybackId, Long> openedAfter = new HashMap<>();
    private WatchPolicy policy;
    private int steps;
    private boolean isLost;

    Schedule(long seed, Parts parts) {
        this.seed = seed;
        this.parts = parts;
        random = new Random(seed);
        setting = new Setting(random, parts);
        oracle = setting.oracle;
        opened = setting.opened;
        players = new Players(setting);
        nodes = new SettlingNodes(setting);
        policy = players.policy();
    }

    /** Answers how many steps were done. */
    int run() {
        try {
            open();
            for (var left = 5 + (int) (20 * Math.pow(random.nextDouble(), 4)); left > 0; left--) {
                setting.tick(policy);
                step();
                steps++;
            }
            new AfterSchedule(setting, players.fastest()).check(firstOpened, openedAfter);
            return steps;
        } finally {
            leave();
        }
    }

    /** How many steps it took until now. */
    int length() {
        return setting.steps();
    }

    /** How to do it again, and what happened; at the end what went wrong. */
    @Override
    public String toString() {
        return "-Dprogress.schedule=%d\n%s".formatted(seed, setting.story());
    }

    private void step() {
        var dice = random.nextInt(100);
        if (dice < 58) {
            beat();
        } else if (dice < 65) {
            open();
        } else if (dice < 74) {
            nodes.read();
        } else if (dice < 82) {
            nodes.write();
        } else if (dice < 90) {
            nodes.settle();
        } else if (dice < 92) {
            lose();
        } else if (dice < 94) {
            loseSeen();
        } else if (dice < 95) {
            close();
        } else {
            confirm();
        }
    }

    private void open() {
        if (random.nextInt(4) == 0) {
            policy = players.policy();
        }
        var which = random.nextInt(3) == 0 ? 1 : 0;
        var lesson = setting.lessons[which];
        var token = new PlaybackToken(
                new PlaybackId(setting.id()),
                lesson.learner(),
                lesson.enrolment(),
                new CourseId(lesson.enrolment().value()),
                lesson.lesson(),
                null,
                setting.lengths[which],
                policy,
                InFlightStore.instant(setting.now()),
                Instant.MAX,
                false);
        var one = new Opened(token, which);
        opened.add(one);
        players.beginAnew();
        firstOpened[which] = Math.min(firstOpened[which], setting.passed());
        openedAfter.put(token.playbackId(), setting.passed());
        open(one, null);
    }

    /** What was read before Redis was emptied is written, or never is, before anything is loaded. */
    private void open(Opened one, @Nullable Instant since) {
        if (isLost) {
            nodes.endOrNeverDo();
            oracle.remembered.forgetLost();
            isLost = false;
        }
        var known = parts.durable().lesson(setting.lessons[one.lesson()]);
        var counts = since == null ? null : known.changedAt().isAfter(since) ? known.changedAt() : since;
        setting.note(() -> "open %s of lesson %d since %s"
                .formatted(one.token().playbackId(), one.lesson(), String.valueOf(counts)));
        var position = oracle.open(
                one.token().playbackId(),
                one.lesson(),
                counts == null ? null : InFlightStore.micros(counts),
                setting.now());
        setting.moment();
        var answer = parts.inFlight()
                .open(one.token(), counts, known, parts.durable().days(setting.learner()));
        assertThat(answer).isEqualTo(new InFlight.Opened(position, InFlightStore.instant(setting.now())));
    }

    private void beat() {
        var next = players.next();
        beat(next.by(), next.beat());
    }

    /** As the application does it: a playback that Redis lost is opened again, if it is the newest. */
    private void beat(Opened by, Heartbeat beat) {
        if (apply(by, beat) instanceof Outcome.Unknown && by.equals(opened.getLast())) {
            open(by, by.token().openedAt());
            assertThat(apply(by, beat)).isInstanceOf(Outcome.Taken.class);
        }
    }

    private Outcome apply(Opened by, Heartbeat beat) {
        setting.note(() -> "%s by %s".formatted(beat, by.token().playbackId()));
        var chance = 50 * random.nextInt(20);
        var challenge = setting.id().toString();
        var right = oracle.beat(by.token(), by.lesson(), beat, setting.now(), chance, challenge);
        setting.moment(chance, challenge);
        var outcome = parts.inFlight().apply(by.token(), beat);
        assertThat(outcome).isEqualTo(right);
        if (outcome instanceof Outcome.Taken taken) {
            assertThat(oracle.remembered.isDurable(by.token().playbackId(), taken.durableSequence()))
                    .as("all through %d is durable", taken.durableSequence())
                    .isTrue();
        }
        return outcome;
    }

    private void confirm() {
        var by = players.any(8);
        var open = oracle.presence.challenge();
        var challenge =
                open != null && random.nextInt(4) > 0 ? open : setting.id().toString();
        setting.note(() -> "answer to %s by %s".formatted(challenge, by.token().playbackId()));
        var right = oracle.confirm(by.token(), by.lesson(), challenge, setting.now());
        setting.moment();
        assertThat(parts.inFlight().confirm(by.token(), challenge)).isEqualTo(right);
    }

    private void lose() {
        setting.note(() -> "Redis is emptied");
        isLost = true;
        oracle.loseAll();
        parts.store().lose(setting.keys());
        parts.store().notDirty(setting.lessons);
    }

    /** Nothing stays in Redis. */
    private void leave() {
        parts.store().forget(setting.keys(), setting.lessons);
    }

    private void loseSeen() {
        var which = random.nextInt(2);
        setting.note(() -> "the seconds of lesson %d are evicted".formatted(which));
        oracle.remembered.loseSeen(which);
        var lesson = setting.lessons[which];
        parts.store().lose(Stream.of(Shards.seen(lesson.learner(), lesson.enrolment(), lesson.lesson())));
    }

    private void close() {
        var playback = opened.get(random.nextInt(opened.size())).token().playbackId();
        setting.note(() -> "close %s".formatted(playback));
        oracle.close(playback);
        parts.inFlight().close(setting.learner(), playback);
    }
}
