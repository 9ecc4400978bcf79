package academy.artisan.lms.media.program;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How far this system can confine a program: small programs put before a command, each of which ends by becoming the
 * next, so that the process that was started is in the end the one that is meant. What is missing is left out.
 */
public final class Confinement {

    private static final Logger log = LoggerFactory.getLogger(Confinement.class);
    private static final int PATIENCE_SECONDS = 10;
    private static final Confinement OF_THIS_SYSTEM = new Confinement();

    private final List<String> lowPriority = working("nice", "-n", "10");
    /** Another user's eyes see a network without any address; files belong to whom they belonged. */
    private final List<String> withoutNetwork = working("unshare", "--user", "--net");

    /** Whatever the limits are, nobody wants a picture of the memory. */
    private final List<String> limited = working("prlimit", "--core=0");

    /** Last of all, as a process that changes whom it acts for forgets this. */
    private final List<String> endsWithParent = working("setpriv", "--no-new-privs", "--pdeathsig", "KILL");

    private Confinement() {
        if (!cutsNetwork() || !setsLimits() || !endsWithParent()) {
            log.warn(
                    "Programs for media cannot be confined in full on this system: without network {}, limited {}, ended with this process {}",
                    cutsNetwork(),
                    setsLimits(),
                    endsWithParent());
        }
    }

    /** Found out once, by trying. */
    public static Confinement ofThisSystem() {
        return OF_THIS_SYSTEM;
    }

    /** Whether programs have no network. */
    public boolean cutsNetwork() {
        return !withoutNetwork.isEmpty();
    }

    /** Whether {@link Limits} hold. */
    public boolean setsLimits() {
        return !limited.isEmpty();
    }

    /** Whether programs are gone as soon as this process is, however that ended. */
    public boolean endsWithParent() {
        return !endsWithParent.isEmpty();
    }

    List<String> confine(Limits limits, List<String> command) {
        var confined = new ArrayList<>(lowPriority);
        confined.addAll(withoutNetwork);
        confined.addAll(limited);
        if (setsLimits()) {
            confined.addAll(limits.options());
        }
        confined.addAll(endsWithParent);
        confined.addAll(command);
        return confined;
    }

    /** The command with its options if it can start another with them, else nothing. */
    private static List<String> working(String program, String... options) {
        return onPath(program)
                .map(path -> Stream.concat(Stream.of(path), Stream.of(options)).toList())
                .filter(Confinement::starts)
                .orElse(List.of());
    }

    private static boolean starts(List<String> wrapper) {
        var command = new ArrayList<>(wrapper);
        command.add("true");
        try {
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException missing) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Optional<String> onPath(String name) {
        return Stream.of(Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst();
    }
}
