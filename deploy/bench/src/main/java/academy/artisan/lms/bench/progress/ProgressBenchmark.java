package academy.artisan.lms.bench.progress;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import academy.artisan.lms.bench.Author;
import academy.artisan.lms.bench.Goals;
import academy.artisan.lms.bench.Platform;
import academy.artisan.lms.bench.measure.Cpu;
import academy.artisan.lms.bench.measure.Load;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.codec.ByteArrayCodec;

/** What a heartbeat costs beside an endpoint that does nothing and beside its script alone, and what it takes along. */
public final class ProgressBenchmark {

    private static final int LEARNERS = 8_000;
    private static final int STEADY_LEARNERS = 25_000;
    private static final int COMPLETING = 30_000;
    private static final int CONNECTIONS = 128;
    private static final int ROUNDS = 5;
    private static final int STEADY_ROUNDS = 3;

    private static final Duration WARM_UP = Duration.ofSeconds(15);
    private static final Duration ROUND = Duration.ofSeconds(8);

    /** Reports come twice a minute only, and are compiled when they have come often. */
    private static final Duration STEADY_WARM_UP = Duration.ofSeconds(75);

    /** Long enough for some settlings of everybody and reports of all of it. */
    private static final Duration STEADY_ROUND = Duration.ofSeconds(30);

    private static final String HEARTBEATS = "/api/v1/playbacks/%s/heartbeats";

    /** The same address, and not written as players do: it goes all the way of other requests. */
    private static final String LONG_WAY = "/api/v1/playbacks/%s/heartbeat%%73";

    private final Platform platform;
    private final Goals goals;
    private final Tokens tokens;
    private final Flight flight;
    private final Population population;
    private final Settling settling;

    private ProgressBenchmark(
            Platform platform, Goals goals, Tokens tokens, Flight flight, Population population, Settling settling) {
        this.platform = platform;
        this.goals = goals;
        this.tokens = tokens;
        this.flight = flight;
        this.population = population;
        this.settling = settling;
    }

    /** Starts a platform and prints all figures. */
    public static void run(Path deploy, Goals goals) throws Exception {
        var tokens = new Tokens();
        var postgresPort = Platform.freePort();
        var redisPort = Platform.freePort();
        var settings = Map.of(
                "LMS_TOKEN_SECRET", tokens.secret(),
                "LMS_POSTGRES_PORT", Integer.toString(postgresPort),
                "LMS_REDIS_PORT", Integer.toString(redisPort));
        try (var platform = Platform.startWith(deploy.resolve("bench/target/classes"), deploy, settings)) {
            platform.awaitDemonstration(Duration.ofMinutes(10));
            var courses = new ArrayList<String>();
            var author = new Author(platform.as("author1"), platform.as("reviewer1"));
            for (var i = 1; i <= 4; i++) {
                courses.add(author.publish("课程" + i, lessons()));
            }
            var secrets = platform.secrets();
            var uri = RedisURI.Builder.redis("127.0.0.1", redisPort)
                    .withPassword(secrets.getProperty("redis.password").toCharArray())
                    .build();
            try (var sql = DriverManager.getConnection(
                            "jdbc:postgresql://127.0.0.1:%d/lms".formatted(postgresPort),
                            "lms",
                            secrets.getProperty("postgres.password"));
                    var client = RedisClient.create(uri);
                    var redis = client.connect(ByteArrayCodec.INSTANCE)) {
                say("Writing %s".formatted(Population.size()));
                var population = Population.of(sql, platform.as("learner1"), courses);
                var scripts = deploy.resolveSibling("lms-core").resolve("src/main/resources/progress");
                var flight = new Flight(redis, scripts);
                var settling = new Settling(platform, goals, flight, population);
                var benchmark = new ProgressBenchmark(platform, goals, tokens, flight, population, settling);
                part("heartbeats", benchmark::sideBySide);
                part("steady", benchmark::steady);
                part("completing", benchmark::completing);
                part("settling", settling::run);
            }
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

    private static List<Map<String, String>> lessons() {
        var text = "字".repeat(Population.LESSON_SECONDS * 400 / 60);
        return Collections.nCopies(3, Map.of("title", "课时", "kind", "ARTICLE", "text", text));
    }

    private void sideBySide() throws Exception {
        var learners = population.opening(LEARNERS, 0);
        flight.open(learners, Population.SEEN_SECONDS);
        var heartbeats = heartbeats(learners, Population.SEEN_SECONDS);
        var nothing =
                new Heartbeats(learners, learners.stream().map(tokens::access).toList(), Nothing.PATH, 0);
        say("%d learners, %d connections, as fast as answered, %d rounds in turn"
                .formatted(LEARNERS, CONNECTIONS, ROUNDS));
        try (var load = load()) {
            for (var each = 0; each < 2; each++) {
                load.closed(nothing, WARM_UP);
                load.closed(heartbeats, WARM_UP);
            }
            var ratios = new double[ROUNDS];
            var best = 0.0;
            for (var round = 0; round < ROUNDS; round++) {
                var idle = load.closed(nothing, ROUND);
                var cpu = cpu();
                var beaten = load.closed(heartbeats, ROUND);
                var taken = cpu().each(cpu, beaten.answered());
                var script = raw(learners, round);
                ratios[round] = beaten.perSecond() / idle.perSecond();
                best = Math.max(best, beaten.perSecond());
                say("  nothing    %s".formatted(idle));
                say("  heartbeat  %s   refused %d   ratio %.3f".formatted(beaten, beaten.refused(), ratios[round]));
                say("             takes %s".formatted(taken));
                say("  script     %8.0f/s".formatted(script));
                goals.holds("no heartbeat is refused", beaten.refused() == 0);
            }
            Arrays.sort(ratios);
            goals.atLeast("median of heartbeat / nothing", 0.8, ratios[ROUNDS / 2]);
            goals.atLeast("heartbeats a second", 10_000, best);
            counted(load, heartbeats);
            var longWay = new Heartbeats(learners, sign(learners), LONG_WAY, Population.SEEN_SECONDS);
            load.closed(longWay, WARM_UP);
            var slow = load.closed(longWay, ROUND);
            say("  as other requests go %s   refused %d".formatted(slow, slow.refused()));
        }
    }

    private double raw(List<Learner> learners, int round) {
        var begun = System.nanoTime();
        for (var i = 0; i < learners.size(); i++) {
            flight.beat(learners.get(i), 1_000_000 + round, 2500 + round, 2501 + round);
        }
        flight.settle();
        return learners.size() / ((System.nanoTime() - begun) / 1e9);
    }

    private void counted(Load load, Heartbeats heartbeats) throws Exception {
        var scripts = flight.figure("commandstats", "cmdstat_evalsha");
        var transactions = population.transactions();
        var beaten = load.steady(heartbeats, 2_000, Duration.ofSeconds(5));
        say("  %d heartbeats: %d scripts in Redis (those of the flusher included), %d transactions in PostgreSQL"
                .formatted(
                        beaten.answered(),
                        flight.figure("commandstats", "cmdstat_evalsha") - scripts,
                        population.transactions() - transactions));
    }

    private void steady() throws Exception {
        say("5 000 heartbeats a second, while what they earn is settled, and judged for completion and report");
        var learners = population.opening(STEADY_LEARNERS, 1);
        flight.open(learners, Population.SEEN_SECONDS);
        try (var load = load()) {
            var heartbeats = heartbeats(learners, Population.SEEN_SECONDS);
            load.steady(heartbeats, 5_000, STEADY_WARM_UP);
            var slowest = new double[STEADY_ROUNDS];
            for (var round = 0; round < STEADY_ROUNDS; round++) {
                var cpu = cpu();
                var beaten = load.steady(heartbeats, 5_000, STEADY_ROUND);
                say("  heartbeat  %s".formatted(beaten));
                say("  a heartbeat and its settling take %s".formatted(cpu().each(cpu, beaten.answered())));
                goals.holds("no heartbeat is refused", beaten.refused() == 0);
                slowest[round] = beaten.latencies().percentile(99);
            }
            Arrays.sort(slowest);
            goals.atMost("median of p99 at 5 000 a second, ms", 50, slowest[STEADY_ROUNDS / 2]);
            say("  %d lessons wait to be settled".formatted(flight.waitingLessons()));
        }
    }

    private void completing() throws Exception {
        say("Heartbeats that complete a lesson, with %s".formatted(Population.size()));
        var learners = population.opening(COMPLETING, 2);
        var almost = Population.LESSON_SECONDS * 95 / 100 - 1;
        flight.open(learners, almost);
        var heartbeats = heartbeats(learners, almost);
        Thread.sleep(Duration.ofSeconds(3));
        try (var load = load()) {
            var beaten = load.steady(heartbeats, 2_500, Duration.ofSeconds(COMPLETING / 2_500));
            say("  completing %s".formatted(beaten));
            goals.atLeast("completing heartbeats a second", 2_000, beaten.perSecond());
            goals.atMost(
                    "p99 of completing heartbeats, ms", 50, beaten.latencies().percentile(99));
        }
        settling.await();
        goals.holds(
                "all of them are on record",
                population.number("select count(*) from progress.lesson_progress where covered_seconds > %d"
                                .formatted(almost))
                        >= COMPLETING);
    }

    private Cpu cpu() {
        return Cpu.of(platform.process());
    }

    private Heartbeats heartbeats(List<Learner> learners, int position) {
        return new Heartbeats(learners, sign(learners), HEARTBEATS, position);
    }

    private List<String> sign(List<Learner> learners) {
        return learners.stream()
                .map(learner -> tokens.playback(learner, Population.LESSON_SECONDS))
                .toList();
    }

    private Load load() throws InterruptedException {
        return new Load(platform.port(), CONNECTIONS);
    }

    private static void say(String line) {
        System.out.println(line);
    }
}
