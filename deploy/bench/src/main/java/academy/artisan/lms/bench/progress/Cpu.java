package academy.artisan.lms.bench.progress;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The processor time that each program of a platform has taken so far; unlike throughput, no other work adds to it. */
record Cpu(Map<String, Duration> taken) {

    static Cpu of(ProcessHandle application) {
        var taken = Stream.concat(Stream.of(application), application.descendants())
                .map(ProcessHandle::info)
                .filter(info -> info.command().isPresent())
                .collect(Collectors.toMap(
                        info -> Path.of(info.command().orElseThrow())
                                .getFileName()
                                .toString(),
                        info -> info.totalCpuDuration().orElse(Duration.ZERO),
                        Duration::plus,
                        TreeMap::new));
        return new Cpu(taken);
    }

    /** What one of so many took since then, in microseconds by program. */
    String each(Cpu since, long count) {
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
