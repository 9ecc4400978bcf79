package academy.artisan.lms.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

import academy.artisan.lms.bench.video.VideoBenchmark;

/** Runs a benchmark by its name against a platform of its own. */
public final class Benchmarks {

    private Benchmarks() {}

    /**
     * Runs one.
     *
     * @param arguments the name of the benchmark, and the folder {@code deploy}
     */
    public static void main(String[] arguments) throws Exception {
        if (arguments.length != 2 || !arguments[0].equals("video")) {
            throw new IllegalArgumentException("There is one benchmark: video");
        }
        Locale.setDefault(Locale.ROOT);
        var goals = new Goals();
        var processors = Integer.toString(Runtime.getRuntime().availableProcessors());
        try (var platform =
                Platform.start(Path.of(arguments[1]), Map.of("LMS_MEDIA_JOBS", "2", "LMS_MEDIA_THREADS", processors))) {
            platform.awaitDemonstration(Duration.ofMinutes(10));
            new VideoBenchmark(platform, goals).run();
        }
        if (!goals.missed().isEmpty()) {
            System.out.println("Missed: " + String.join("; ", goals.missed()));
            System.exit(1);
        }
    }
}
