package academy.artisan.lms.progress.inflight;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

import academy.artisan.lms.identity.PersonId;
import academy.artisan.lms.progress.LessonProgress;
import academy.artisan.lms.progress.PlaybackId;
import academy.artisan.lms.progress.PlaybackToken;
import academy.artisan.lms.support.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import static academy.artisan.lms.progress.inflight.InFlightStore.bytes;
import static academy.artisan.lms.progress.inflight.InFlightStore.instant;
import static academy.artisan.lms.progress.inflight.InFlightStore.micros;
import static academy.artisan.lms.progress.inflight.InFlightStore.number;
import static academy.artisan.lms.progress.inflight.InFlightStore.text;

/** Progress in flight in Redis. Every method is one round trip: a script, called by its SHA. */
@Component
public class InFlight {

    /** How a heartbeat was taken. */
    public sealed interface Outcome {

        /**
         * Taken, in whole or in part.
         *
         * @param durableSequence the last heartbeat that PostgreSQL knows
         * @param watched seconds watched of this lesson in all, repeated ones too
         * @param ended whether this was the last one, because of the silence before it
         */
        record Taken(
                int credited,
                int covered,
                long durableSequence,
                int watched,
                boolean ended,
                @Nullable Challenge challenge,
                List<Refusal> refusals)
                implements Outcome {}

        /** Another playback of this learner is the credited one. */
        record Superseded() implements Outcome {}

        /** This playback ended by its silence. */
        record Ended() implements Outcome {}

        /** Redis does not know this playback: it was emptied, or the playback was silent for long. */
        record Unknown() implements Outcome {}
    }

    /** What became of the answer to a presence check. */
    public enum Presence {
        IN_TIME,
        LATE,
        OTHER_CHALLENGE,
        SUPERSEDED,
        ENDED,
        UNKNOWN
    }

    /** A playback as it begins. */
    public record Opened(int position, Instant at) {}

    /** How far a lesson is. */
    public record Standing(int covered, int position, int watched) {}

    private static final byte[] PLAYBACK_ID = bytes("id");

    private final InFlightStore store;
    private final CreditRules rules;
    private final LuaScript heartbeat = new LuaScript("heartbeat");
    private final LuaScript open = new LuaScript("open");
    private final LuaScript presence = new LuaScript("presence");
    private final LuaScript overview = new LuaScript("overview");
    private final LuaScript close = new LuaScript("close");

    public InFlight(InFlightStore store, CreditRules rules) {
        this.store = store;
        this.rules = rules;
    }

    public Outcome apply(PlaybackToken token, Heartbeat beat) {
        var answer = store.run(
                heartbeat,
                heartbeatKeys(token),
                heartbeatArguments(token, beat, "").toArray());
        return switch (text(answer.getFirst())) {
            case "ok" -> taken(answer);
            case "superseded" -> new Outcome.Superseded();
            case "ended" -> new Outcome.Ended();
            default -> new Outcome.Unknown();
        };
    }

    public static List<String> heartbeatKeys(PlaybackToken token) {
        var learner = token.learner();
        return List.of(
                Shards.playback(learner),
                Shards.seen(learner, token.enrolmentId(), token.lessonId()),
                Shards.lesson(learner, token.enrolmentId(), token.lessonId()),
                Shards.days(learner),
                Shards.dirty(Shards.of(learner)));
    }

    /** @param now empty for the clock of Redis */
    List<Object> heartbeatArguments(PlaybackToken token, Heartbeat beat, String now) {
        var arguments = new ArrayList<Object>(List.of(
                token.playbackId(),
                beat.sequence(),
                beat.position(),
                beat.playedMillis(),
                beat.visible() ? 1 : 0,
                now,
                new DirtyLesson(token.learner(), token.enrolmentId(), token.lessonId()),
                token.durationSeconds()));
        arguments.addAll(rules.arguments(token.policy()));
        arguments.add(token.policy().presence() == null ? "" : Ids.next());
        arguments.add(ThreadLocalRandom.current().nextInt(1000));
        for (var range : beat.claims().ranges()) {
            arguments.add(range.from());
            arguments.add(range.to());
        }
        return arguments;
    }

    private static Outcome taken(List<Object> answer) {
        var refusals = new ArrayList<Refusal>();
        for (var i = 8; i < answer.size(); i += 2) {
            refusals.add(new Refusal(text(answer.get(i)), number(answer, i + 1)));
        }
        var challengeId = text(answer.get(6));
        return new Outcome.Taken(
                number(answer, 1),
                number(answer, 2),
                (Long) answer.get(3),
                (int) ((Long) answer.get(4) / 1000),
                number(answer, 5) == 1,
                challengeId.isEmpty() ? null : new Challenge(challengeId, CreditRules.duration((Long) answer.get(7))),
                refusals);
    }

    /**
     * Makes this the learner's credited playback.
     *
     * @param since from when on time may be credited; null for now
     * @param known what PostgreSQL knows of the lesson
     * @param days how much it knows to be credited on the last days
     */
    public Opened open(
            PlaybackToken token, @Nullable Instant since, LessonProgress known, Map<LocalDate, Integer> days) {
        var seen = Shards.seen(token.learner(), token.enrolmentId(), token.lessonId());
        var keys = List.of(
                Shards.playback(token.learner()),
                seen,
                Shards.lesson(token.learner(), token.enrolmentId(), token.lessonId()),
                Shards.days(token.learner()),
                seen + ":known");
        var arguments = new ArrayList<Object>(List.of(
                token.playbackId(),
                since == null ? "" : micros(since),
                "",
                known.coverage().toBitmap(),
                known.positionSeconds(),
                known.watchedMillis(),
                token.durationSeconds()));
        days.forEach((day, seconds) -> {
            arguments.add(day.toEpochDay());
            arguments.add(seconds);
        });
        var answer = store.run(open, keys, arguments.toArray());
        return new Opened(number(answer, 0), instant((Long) answer.get(1)));
    }

    /** Takes the answer to a presence check. */
    public Presence confirm(PlaybackToken token, String challengeId) {
        var checks = token.policy().presence();
        var keys = List.of(
                Shards.playback(token.learner()),
                Shards.lesson(token.learner(), token.enrolmentId(), token.lessonId()),
                Shards.dirty(Shards.of(token.learner())));
        var answer = store.run(
                presence,
                keys,
                token.playbackId(),
                challengeId,
                "",
                checks == null ? 0 : micros(checks.answerWithin()),
                new DirtyLesson(token.learner(), token.enrolmentId(), token.lessonId()));
        return switch (text(answer.getFirst())) {
            case "ok" -> number(answer, 1) == 1 ? Presence.LATE : Presence.IN_TIME;
            case "other" -> Presence.OTHER_CHALLENGE;
            case "superseded" -> Presence.SUPERSEDED;
            case "ended" -> Presence.ENDED;
            default -> Presence.UNKNOWN;
        };
    }

    /** Ends a playback, if it is the learner's credited one. */
    public void close(PersonId learner, PlaybackId playback) {
        store.run(close, List.of(Shards.playback(learner)), playback);
    }

    /** The learner's credited playback; null if Redis knows none. */
    public @Nullable PlaybackId credited(PersonId learner) {
        var id = store.<byte @Nullable []>call(
                connection -> connection.hashCommands().hGet(bytes(Shards.playback(learner)), PLAYBACK_ID));
        return id == null ? null : PlaybackId.of(text(id));
    }

    /** How far a learner is in those of these lessons of any enrolments that Redis holds. */
    public Map<DirtyLesson, Standing> overview(List<DirtyLesson> lessons) {
        var keys = lessons.stream()
                .map(name -> Shards.lesson(name.learner(), name.enrolment(), name.lesson()))
                .toList();
        var answer = store.run(overview, keys);
        var standings = new LinkedHashMap<DirtyLesson, Standing>();
        for (var i = 0; i < lessons.size(); i++) {
            if (number(answer, 3 * i) >= 0) {
                standings.put(
                        lessons.get(i),
                        new Standing(number(answer, 3 * i), Math.max(0, number(answer, 3 * i + 1)), (int)
                                Math.max(0, (Long) answer.get(3 * i + 2) / 1000)));
            }
        }
        return standings;
    }
}
