package academy.artisan.lms.bench.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import academy.artisan.lms.bench.Client;
import academy.artisan.lms.bench.Platform;

/**
 * Searches and, in the same order, the one question that each of them asks of Elasticsearch; each kind of search with
 * its second page, if it has one.
 *
 * @param leftOut how many asked more than one
 */
record Recorded(List<String> requests, List<String> questions, int leftOut) {

    private static final int PAGED = 8;

    static Recorded of(List<String> paths, List<Client> learners, Client elasticsearch, Platform platform, String index)
            throws IOException {
        var recorded = new Recording(index);
        try (var recorder = new Recorder(elasticsearch, platform.log("elasticsearch"))) {
            for (var number = 0; number < paths.size(); number++) {
                var learner = learners.get(number % learners.size());
                var next = recorded.add(recorder, learner, paths.get(number));
                if (number % PAGED == 0 && !next.isEmpty()) {
                    recorded.add(recorder, learner, paths.get(number) + "&after=" + next);
                }
            }
        }
        return new Recorded(recorded.requests, recorded.questions, recorded.leftOut);
    }

    private static final class Recording {

        private final String index;
        private final List<String> requests = new ArrayList<>();
        private final List<String> questions = new ArrayList<>();
        private int leftOut;
        private String next = "";

        private Recording(String index) {
            this.index = index;
        }

        /** Answers where the next page begins. */
        private String add(Recorder recorder, Client learner, String path) throws IOException {
            var asked = recorder.during(
                    index, () -> next = learner.get(path).path("next").asString(""));
            if (asked.size() == 1) {
                requests.add(Asked.request(learner, path));
                questions.add(asked.getFirst().request());
            } else {
                leftOut++;
            }
            return next;
        }
    }
}
