package academy.artisan.lms.media.inspection;

import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import academy.artisan.lms.course.FileLibrary.FileType;
import academy.artisan.lms.media.program.Limits;
import academy.artisan.lms.media.program.Tool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/**
 * Has files looked at by a Java process of little memory and time for each: a file made to use up either ends that
 * process and nothing else. A few run at once, on threads that last, as {@link Tool} needs them.
 */
@Component
public class Inspector implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(Inspector.class);

    private static final Duration LIMIT = Duration.ofSeconds(60);
    /** The memory is limited by the flags. */
    private static final Limits LIMITS = new Limits(null, LIMIT.multipliedBy(2), DataSize.ofMegabytes(512), 1024);

    private static final int AT_ONCE = 2;
    private static final int WAITING = 50;
    private static final int OUT_OF_MEMORY = 3;
    private static final List<String> FLAGS = List.of(
            "-Xmx256m",
            "-XX:MaxDirectMemorySize=32m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:-UsePerfData",
            "-XX:-CreateCoredumpOnCrash",
            "-Xlog:disable",
            "-Djava.awt.headless=true",
            "-Dlogback.configurationFile=inspection/logback.xml");

    private final Duration limit;
    private final Tool java =
            new Tool(Path.of(System.getProperty("java.home"), "bin", "java").toString(), LIMITS);
    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            AT_ONCE,
            AT_ONCE,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING),
            Thread.ofPlatform().daemon().name("file-inspection-", 0).factory());

    public Inspector() {
        this(LIMIT);
    }

    Inspector(Duration limit) {
        this.limit = limit;
    }

    /** Says what a file is; the directory is for files that come up meanwhile. */
    public Finding inspect(FileType claimed, Path file, Path directory) {
        try {
            return threads.submit((Callable<Finding>) () -> run(claimed, file, directory))
                    .get();
        } catch (RejectedExecutionException full) {
            throw new InspectionBusy("Too many files wait to be looked at");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new InspectionBusy("Stopped");
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof InspectionBusy busy) {
                throw busy;
            }
            throw new IllegalStateException(failed.getCause());
        }
    }

    private Finding run(FileType claimed, Path file, Path directory) throws InterruptedException {
        var lines = new ArrayList<String>();
        try {
            var outcome = java.run(command(claimed, file, directory), directory, limit, lines::add);
            if (outcome.isSuccess()) {
                return Finding.of(lines.getLast());
            }
            log.info("The look at a file ended with {}: {}", outcome.exitCode(), outcome.errors());
            if (outcome.exitCode() == OUT_OF_MEMORY) {
                return new Finding.Unfit(Refusal.TOO_COMPLEX);
            }
            throw new InspectionBusy("The look at the file was ended from outside");
        } catch (Tool.TimeOver endless) {
            return new Finding.Unfit(Refusal.TOO_COMPLEX);
        }
    }

    private static List<String> command(FileType claimed, Path file, Path directory) {
        var command = new ArrayList<>(FLAGS);
        command.addAll(List.of(
                "-Djava.io.tmpdir=" + directory,
                "-cp",
                absolute(System.getProperty("java.class.path")),
                Inspection.class.getName(),
                claimed.name(),
                file.toString()));
        return command;
    }

    /** The process runs in another directory than this one. */
    private static String absolute(String classPath) {
        return Arrays.stream(classPath.split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    @Override
    public void destroy() {
        threads.shutdownNow();
    }
}
