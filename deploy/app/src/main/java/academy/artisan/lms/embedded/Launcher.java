package academy.artisan.lms.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Puts small system programs, where they are to be had, before a command; each ends by becoming the command itself. */
class Launcher {

    private final boolean ownSession = works("setsid", "true");
    private final boolean endsWithParent = works("setpriv", "--pdeathsig", "TERM", "true");
    private final boolean root = output("id", "-u").equals("0");

    /**
     * The server's command in a session of its own, so that Ctrl-C reaches the application alone, and ended by the
     * system when the thread that starts it is gone.
     */
    List<String> child(Server server, List<String> command) {
        var line = new ArrayList<String>();
        if (ownSession) {
            line.add("setsid");
        }
        line.addAll(server.refusesRoot() ? notRoot() : List.of());
        if (endsWithParent) {
            line.addAll(List.of("setpriv", "--pdeathsig", server.endSignal()));
        }
        line.addAll(command);
        return line;
    }

    /** What to put before a command that refuses to run as root; nothing for an ordinary user. */
    List<String> notRoot() {
        if (root && !works("unshare", "-U", "true")) {
            throw new StackCannotStart(
                    "PostgreSQL refuses to run as root and `unshare -U` does not work here: start as an ordinary user, or set LMS_POSTGRES_URL");
        }
        return root ? List.of("unshare", "-U") : List.of();
    }

    /** Sends a signal; that the process is gone meanwhile is no failure. */
    static void signal(String signal, long pid) {
        works("sh", "-c", "kill -%s %d".formatted(signal, pid));
    }

    /** Runs a command to its end. */
    static void run(String what, List<String> command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (process.waitFor() != 0) {
            throw new StackCannotStart("%s failed: %s".formatted(what, output.replace('\n', ' ')));
        }
    }

    static boolean works(String... command) {
        try {
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(5, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException missing) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static String output(String... command) {
        try {
            var process = new ProcessBuilder(command).start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException missing) {
            return "";
        }
    }
}
