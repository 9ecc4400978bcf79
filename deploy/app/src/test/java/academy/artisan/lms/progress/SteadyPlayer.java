package academy.artisan.lms.progress;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import academy.artisan.lms.testing.Api;
import tools.jackson.databind.JsonNode;

/**
 * A player as the portal's: it plays on whatever happens, claims what it played, and claims again what is not durable.
 * It renews nothing and opens nothing anew.
 */
final class SteadyPlayer {

    private static final int SECOND_MILLIS = 1000;

    private final Api api;
    private final String path;
    private final long opened = System.nanoTime();
    private final TreeMap<Integer, BitSet> owed = new TreeMap<>();
    private int sequence;
    private int played;

    /** @param playback the answer that opened it */
    SteadyPlayer(Api nobody, JsonNode playback) {
        api = nobody.with(playback.path("token").asString());
        path = "/api/v1/playbacks/%s/heartbeats"
                .formatted(playback.path("playbackId").asString());
    }

    /** Plays up to now and reports it; false if nobody answered well. */
    boolean beat() {
        var fresh = new BitSet();
        var now = (int) ((System.nanoTime() - opened) / 1_000_000 / SECOND_MILLIS);
        fresh.set(played, now);
        played = now;
        return report(fresh);
    }

    /** Reports what is not durable yet, without playing on. */
    boolean repeat() {
        return report(new BitSet());
    }

    private boolean report(BitSet fresh) {
        sequence++;
        if (!fresh.isEmpty()) {
            owed.merge(sequence, fresh, SteadyPlayer::union);
        }
        try {
            var answer = api.post(
                    path, Map.of("sequence", sequence, "positionSeconds", played, "rate", 1, "intervals", intervals()));
            if (answer.status() == 200 && answer.json().path("refusedSeconds").asInt() == 0) {
                owed.headMap(answer.json().path("durableSequence").asInt(), true)
                        .clear();
                return true;
            }
            doubt();
            return answer.status() == 200;
        } catch (UncheckedIOException away) {
            doubt();
            return false;
        }
    }

    /** Which of it was credited is not known, so it is durable only when the next heartbeat that carries it is. */
    private void doubt() {
        var all = new BitSet();
        owed.values().forEach(all::or);
        owed.clear();
        if (!all.isEmpty()) {
            owed.put(sequence + 1, all);
        }
    }

    private List<List<Integer>> intervals() {
        var all = new BitSet();
        owed.values().forEach(all::or);
        var intervals = new ArrayList<List<Integer>>();
        for (var from = all.nextSetBit(0); from >= 0; from = all.nextSetBit(all.nextClearBit(from))) {
            intervals.add(List.of(from, all.nextClearBit(from)));
        }
        return intervals;
    }

    private static BitSet union(BitSet one, BitSet other) {
        one.or(other);
        return one;
    }

    boolean owesNothing() {
        return owed.isEmpty();
    }

    /** How many seconds were played, each of them once. */
    int playedSeconds() {
        return played;
    }
}
