package academy.artisan.lms.bench.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The processor time that each program of a platform has taken so far; unlike throughput, no other work adds to it. */
public record Cpu(Map<String, Duration> taken) {

    public static Cpu of(ProcessHandle application) {
        var taken = Stream.concat(Stream.of(application), application.descendants())
                .filter(process -> process.info().command().isPresent())
                .collect(Collectors.toMap(
                        Cpu::name,
                        process -> process.info().totalCpuDuration().orElse(Duration.ZERO),
                        Duration::plus,
                        TreeMap::new));
        return new Cpu(taken);
    }

    /** Elasticsearch is one of several that run in a JVM. */
    private static String name(ProcessHandle process) {
        return isElasticsearch(process)
                ? "elasticsearch"
                : Path.of(process.info().command().orElseThrow()).getFileName().toString();
    }

    private static boolean isElasticsearch(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc/%d/cmdline".formatted(process.pid())))
                    .contains("ElasticsearchNode");
        } catch (IOException unknown) {
            return false;
        }
    }

    /** What one of so many took since then, in microseconds by program. */
    public String each(Cpu since, long count) {
        return taken.entrySet().stream()
                .map(program -> String.format(
                        Locale.ROOT,
                        "%s %.1f µs",
                        program.getKey(),
                        program.getValue()
                                        .minus(since.taken().getOrDefault(program.getKey(), Duration.ZERO))
                                        .toNanos()
                                / 1e3
                                / count))
                .collect(Collectors.joining(", "));
    }
}
