package academy.artisan.lms.bench.search;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;

import academy.artisan.lms.bench.Client;
import academy.artisan.lms.bench.Goals;
import academy.artisan.lms.bench.Platform;
import academy.artisan.lms.bench.measure.Cpu;
import academy.artisan.lms.bench.measure.Load;

/**
 * What searching costs in a large catalogue: filling and making anew its index while it is asked, searches beside the
 * very same questions sent straight to Elasticsearch, suggestions, and the memory of the embedded node.
 */
public final class SearchBenchmark {

    private static final int SEARCHES = 240;
    private static final int CLIENTS = Integer.getInteger("clients", 4);
    private static final int LEARNERS = 20;
    private static final int ROUNDS = 5;
    private static final int MEANWHILE = 10;
    private static final int TYPING = 200;
    private static final int TYPISTS = 64;
    private static final Duration WARM_UP = Duration.ofSeconds(10);

    /** At a rate that is far from all there is to give, what is hot is compiled late. */
    private static final Duration LONG_WARM_UP = Duration.ofMinutes(1);

    private static final Duration ROUND = Duration.ofSeconds(8);
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /** The heap, what is read and written beside it, classes, compiled code, threads. */
    private static final double BOUND = 1024;

    private final Platform platform;
    private final Client elasticsearch;
    private final Goals goals;
    private final Catalogue catalogue;
    private final Words words = Words.read();
    private final List<Client> learners = new ArrayList<>();

    private SearchBenchmark(Platform platform, Client elasticsearch, Goals goals, Catalogue catalogue) {
        this.platform = platform;
        this.elasticsearch = elasticsearch;
        this.goals = goals;
        this.catalogue = catalogue;
    }

    /** Starts a platform and prints all figures. */
    public static void run(Path deploy, Goals goals) throws Exception {
        var postgresPort = Platform.freePort();
        var elasticsearchPort = Platform.freePort();
        var settings = Map.of(
                "LMS_POSTGRES_PORT", Integer.toString(postgresPort),
                "LMS_ELASTICSEARCH_PORT", Integer.toString(elasticsearchPort),
                "JAVA_TOOL_OPTIONS", Recorder.OPTION);
        try (var platform = Platform.start(deploy, settings)) {
            platform.awaitDemonstration(PATIENCE);
            var password = platform.secrets().getProperty("postgres.password");
            var catalogue = new Catalogue(() -> DriverManager.getConnection(
                    "jdbc:postgresql://127.0.0.1:%d/lms".formatted(postgresPort), "lms", password));
            var elasticsearch = new Client("http://127.0.0.1:" + elasticsearchPort, null);
            new SearchBenchmark(platform, elasticsearch, goals, catalogue).run();
        }
    }

    private void run() throws Exception {
        try (var memory = new NodeMemory(platform.server("elasticsearch"))) {
            write();
            var courses = new Index("courses", platform, elasticsearch);
            fill(courses);
            logIn();
            part("rebuild", () -> rebuild(courses));
            part("searches", () -> sideBySide(courses));
            part("suggestions", this::suggestions);
            part("passages", this::passages);
            memory(memory);
        }
    }

    private interface Part {
        void run() throws Exception;
    }

    /** Unless only others are asked for. */
    private static void part(String name, Part part) throws Exception {
        var parts = System.getProperty("parts", "");
        if (parts.isEmpty() || List.of(parts.split(",")).contains(name)) {
            part.run();
        }
    }

    private void write() throws Exception {
        var begun = System.nanoTime();
        catalogue.write(words);
        catalogue.rememberQueries(words.subjects().stream().map(Subject::name).toList());
        say("%s written in %.0f s".formatted(Catalogue.size(), (System.nanoTime() - begun) / 1e9));
    }

    private void logIn() {
        learners.clear();
        for (var number = 1; number <= LEARNERS; number++) {
            learners.add(platform.as("learner" + number));
        }
    }

    private void fill(Index index) throws InterruptedException {
        var cpu = cpu();
        var seconds = index.rebuild();
        say("Filling the index of courses: %.0f courses a second".formatted(index.count() / seconds));
        say("  a course takes %s".formatted(cpu().each(cpu, index.count())));
        goals.holds("all courses are in it", index.count() >= Catalogue.COURSES);
    }

    private void rebuild(Index index) throws Exception {
        say("Making it anew, while %d searches a second are answered".formatted(MEANWHILE));
        var searches = new Typed(words.subjects()).searches(SEARCHES);
        var asked = asked(searches);
        var failed = 0L;
        try (var load = new Load(platform.port(), TYPISTS)) {
            load.steady(asked(searches), 3 * MEANWHILE, LONG_WARM_UP);
            var cpu = cpu();
            var seconds = CompletableFuture.supplyAsync(() -> rebuilt(index));
            while (!seconds.isDone()) {
                var meanwhile = load.steady(asked, MEANWHILE, ROUND);
                failed += meanwhile.refused();
                say("  searches  %s".formatted(meanwhile));
            }
            say("  a course and its share of the searches take %s".formatted(cpu().each(cpu, index.count())));
            goals.atLeast("courses a second", 2_000, index.count() / seconds.join());
        }
        goals.holds("no search failed meanwhile", failed == 0);
        goals.holds("none was answered without the index", asked.reduced() == 0);
    }

    private static double rebuilt(Index index) {
        try {
            return index.rebuild();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private void sideBySide(Index index) throws Exception {
        logIn();
        var recorded = Recorded.of(
                new Typed(words.subjects()).searches(SEARCHES), learners, elasticsearch, platform, index.alias());
        say("Searches of %d kinds beside their questions sent straight to Elasticsearch, %d at once, %d rounds in turn"
                .formatted(recorded.requests().size(), CLIENTS, ROUNDS));
        say("  %d of %d are left out because they took more than one question"
                .formatted(
                        recorded.leftOut(),
                        recorded.leftOut() + recorded.requests().size()));
        var asked = new Asked(recorded.requests());
        var straight = new Asked(recorded.questions());
        try (var api = new Load(platform.port(), CLIENTS);
                var direct = new Load(port(elasticsearch), CLIENTS)) {
            api.closed(asked, WARM_UP);
            direct.closed(straight, WARM_UP);
            var ratios = new double[ROUNDS];
            for (var round = 0; round < ROUNDS; round++) {
                var cpu = cpu();
                var searches = api.closed(asked, ROUND);
                var taken = cpu().each(cpu, searches.answered());
                var questions = direct.closed(straight, ROUND);
                ratios[round] = searches.latencies().percentile(95)
                        / questions.latencies().percentile(95);
                say("  straight   %s".formatted(questions));
                say("  search     %s   ratio %.3f".formatted(searches, ratios[round]));
                say("             takes %s".formatted(taken));
                goals.holds("none failed", searches.refused() == 0 && questions.refused() == 0 && asked.reduced() == 0);
            }
            Arrays.sort(ratios);
            goals.atMost("median of p95 of a search / p95 of its question", 1.3, ratios[ROUNDS / 2]);
        }
    }

    private void suggestions() throws Exception {
        platform.await(
                PATIENCE,
                "popular queries",
                () -> !learners.getFirst()
                        .get("/api/v1/search/suggestions?q="
                                + Typed.encoded(words.subjects().getFirst().name()))
                        .path("queries")
                        .isEmpty());
        logIn();
        say("%d suggestions a second, while names and terms are typed letter by letter".formatted(TYPING));
        var typed = asked(new Typed(words.subjects())
                .beginnings().stream()
                        .map(text -> "/api/v1/search/suggestions?q=" + Typed.encoded(text))
                        .toList());
        try (var load = new Load(platform.port(), TYPISTS)) {
            load.steady(typed, TYPING, LONG_WARM_UP);
            var cpu = cpu();
            var suggested = load.steady(typed, TYPING, Duration.ofSeconds(30));
            say("  suggestion %s".formatted(suggested));
            say("             takes %s".formatted(cpu().each(cpu, suggested.answered())));
            goals.holds("none failed", suggested.refused() == 0);
            goals.atMost("p95 of a suggestion, ms", 20, suggested.latencies().percentile(95));
        }
    }

    private void passages() throws Exception {
        logIn();
        var seconds = new Index("passages", platform, elasticsearch).rebuild();
        say("Filling the index of passages: %.0f paragraphs a second"
                .formatted(Catalogue.COURSES * Writing.PARAGRAPHS / seconds));
        var asked = asked(new Typed(words.subjects())
                .said().stream()
                        .map(text -> "/api/v1/search/passages?q=" + Typed.encoded(text))
                        .toList());
        try (var load = new Load(platform.port(), CLIENTS)) {
            load.closed(asked, WARM_UP);
            var cpu = cpu();
            var found = load.closed(asked, ROUND);
            say("  passages   %s".formatted(found));
            say("             takes %s".formatted(cpu().each(cpu, found.answered())));
            goals.holds("no search of passages failed", found.refused() == 0);
        }
    }

    private void memory(NodeMemory memory) throws Exception {
        say("Memory of the embedded Elasticsearch (%s), files of the index included: %.0f MB"
                .formatted(memory.bounds(), memory.withFiles()));
        goals.atMost("its own memory at most, MB", BOUND, memory.own());
    }

    private Asked asked(List<String> paths) {
        var requests = new ArrayList<String>();
        for (var number = 0; number < paths.size(); number++) {
            requests.add(Asked.request(learners.get(number % learners.size()), paths.get(number)));
        }
        Collections.shuffle(requests, new Random(2));
        return new Asked(requests);
    }

    private Cpu cpu() {
        return Cpu.of(platform.process());
    }

    private static int port(Client client) {
        return java.net.URI.create(client.address()).getPort();
    }

    private static void say(String line) {
        System.out.println(line);
    }
}
