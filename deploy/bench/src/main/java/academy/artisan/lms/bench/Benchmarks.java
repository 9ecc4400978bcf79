package academy.artisan.lms.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

import academy.artisan.lms.bench.progress.ProgressBenchmark;
import academy.artisan.lms.bench.search.SearchBenchmark;
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
        Locale.setDefault(Locale.ROOT);
        var deploy = Path.of(arguments[1]);
        var goals = new Goals();
        switch (arguments[0]) {
            case "video" -> video(deploy, goals);
            case "progress" -> ProgressBenchmark.run(deploy, goals);
            case "search" -> SearchBenchmark.run(deploy, goals);
            default -> throw new IllegalArgumentException("There are three benchmarks: video, progress and search");
        }
        if (!goals.missed().isEmpty()) {
            System.out.println("Missed: " + String.join("; ", goals.missed()));
            System.exit(1);
        }
    }

    private static void video(Path deploy, Goals goals) throws Exception {
        var processors = Integer.toString(Runtime.getRuntime().availableProcessors());
        try (var platform = Platform.start(deploy, Map.of("LMS_MEDIA_JOBS", "2", "LMS_MEDIA_THREADS", processors))) {
            platform.awaitDemonstration(Duration.ofMinutes(10));
            new VideoBenchmark(platform, goals).run();
        }
    }
}
