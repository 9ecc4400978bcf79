package academy.artisan.lms.bench.progress;

import java.util.List;

import academy.artisan.lms.bench.measure.Requests;

/** Heartbeats of learners in turn, each with the claim of what passed since the last one. */
final class Heartbeats implements Requests {

    private final List<Learner> learners;
    private final List<String> paths;
    private final List<String> tokens;
    private final long[] beaten;
    private final int[] positions;
    private final int[] sequences;
    private int next;

    /** @param path of a request, with {@code %s} for the playback */
    Heartbeats(List<Learner> learners, List<String> tokens, String path, int position) {
        this.learners = learners;
        this.tokens = tokens;
        this.paths = learners.stream()
                .map(learner -> path.formatted(learner.playback()))
                .toList();
        beaten = new long[learners.size()];
        positions = new int[learners.size()];
        sequences = new int[learners.size()];
        var now = System.nanoTime();
        for (var i = 0; i < learners.size(); i++) {
            beaten[i] = now;
            positions[i] = position;
        }
    }

    @Override
    public String next() {
        var i = next;
        next = (next + 1) % learners.size();
        var now = System.nanoTime();
        var passed = Math.toIntExact((now - beaten[i]) / 1_000_000_000);
        beaten[i] += passed * 1_000_000_000L;
        var from = positions[i];
        var to = Math.min(from + passed, Population.LESSON_SECONDS);
        positions[i] = to == Population.LESSON_SECONDS ? 0 : to;
        sequences[i]++;
        var body = "{\"sequence\":%d,\"positionSeconds\":%d,\"rate\":1.0,\"intervals\":[[%d,%d]],\"visible\":true}"
                .formatted(sequences[i], to, from, to);
        return """
                POST %s HTTP/1.1\r
                Host: 127.0.0.1\r
                Content-Type: application/json\r
                Authorization: Bearer %s\r
                Content-Length: %d\r
                \r
                %s""".formatted(paths.get(i), tokens.get(i), body.length(), body);
    }
}
