package academy.artisan.lms.bench.progress;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

import academy.artisan.lms.bench.Goals;
import academy.artisan.lms.bench.Platform;
import academy.artisan.lms.bench.measure.Cpu;

/** How fast what learners earned reaches PostgreSQL, and what it takes of Redis until then. */
final class Settling {

    private static final int IN_FLIGHT = 50_000;
    private static final int ROUNDS = 3;
    private static final int WARM_UP_ROUNDS = 2;

    /** Seconds that each learner claims before a round. */
    private static final int CLAIM = 5;

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final double MEGABYTE = 1024 * 1024;

    private final Platform platform;
    private final Goals goals;
    private final Flight flight;
    private final Population population;

    Settling(Platform platform, Goals goals, Flight flight, Population population) {
        this.platform = platform;
        this.goals = goals;
        this.flight = flight;
        this.population = population;
    }

    void run() throws Exception {
        flight.forgetAll();
        var before = flight.figure("memory", "used_memory");
        var learners = population.opening(IN_FLIGHT, 3);
        flight.open(learners, Population.SEEN_SECONDS);
        platformMay("STOP");
        claim(learners, 0);
        System.out.println("%d learners in flight, none of it settled".formatted(IN_FLIGHT));
        var memory = (flight.figure("memory", "used_memory") - before) / MEGABYTE;
        goals.atMost("memory of Redis for them, MB", 256, memory);
        settled();
        for (var round = 1; round < WARM_UP_ROUNDS; round++) {
            settled(learners, round);
        }
        var rates = new double[ROUNDS];
        for (var round = 0; round < ROUNDS; round++) {
            rates[round] = settled(learners, WARM_UP_ROUNDS + round);
        }
        Arrays.sort(rates);
        goals.atLeast("median of lessons settled a second", 20_000, rates[ROUNDS / 2]);
    }

    /** Waits until all that is claimed is settled. */
    void await() throws Exception {
        platform.await(PATIENCE, "settled lessons", () -> flight.waitingLessons() == 0);
    }

    private double settled(List<Learner> learners, int round) throws Exception {
        platformMay("STOP");
        claim(learners, round);
        return settled();
    }

    /** The next seconds of everybody, once there was time enough to earn them. */
    private void claim(List<Learner> learners, int round) throws InterruptedException {
        Thread.sleep(Duration.ofSeconds(CLAIM + 1));
        var from = Population.SEEN_SECONDS + round * CLAIM;
        for (var learner : learners) {
            flight.beat(learner, round + 1, from, from + CLAIM);
        }
        flight.settle();
    }

    /** How many lessons a second are settled, once the platform may; waits until others have heard of all of it. */
    private double settled() throws Exception {
        var cpu = Cpu.of(platform.process());
        var begun = System.nanoTime();
        platformMay("CONT");
        await();
        var rate = IN_FLIGHT / ((System.nanoTime() - begun) / 1e9);
        var taken = Cpu.of(platform.process()).each(cpu, IN_FLIGHT);
        System.out.println("  settled %8.0f/s   a lesson takes %s".formatted(rate, taken));
        platform.await(PATIENCE, "reports", () -> flight.untoldEnrolments() == 0);
        platform.await(PATIENCE, "reports", () -> population.unheardEvents() == 0);
        return rate;
    }

    private void platformMay(String signal) throws IOException, InterruptedException {
        var pid = Long.toString(platform.process().pid());
        new ProcessBuilder("kill", "-" + signal, pid).inheritIO().start().waitFor();
    }
}
