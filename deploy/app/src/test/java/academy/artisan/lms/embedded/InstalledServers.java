package academy.artisan.lms.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The servers of an installation that runs in a process of its own, to be killed by their names. */
public record InstalledServers(Path data) {

    /** Ends it as a crash would; its supervisor starts it again in a moment. */
    public void kill(String server) throws IOException {
        var running = running(server);
        running.destroyForcibly();
        running.onExit().join();
    }

    /** It and all of its processes are there and do nothing. */
    public void freeze(String server) throws IOException {
        signal("STOP", running(server));
    }

    public void goOn(String server) throws IOException {
        signal("CONT", running(server));
    }

    private static void signal(String signal, ProcessHandle process) {
        Launcher.signal(signal, process.pid());
        process.descendants().forEach(child -> Launcher.signal(signal, child.pid()));
    }

    private ProcessHandle running(String server) throws IOException {
        return new PidFile(data.resolve("run/%s.pid".formatted(server)))
                .child()
                .orElseThrow(() -> new IllegalStateException(server + " does not run"))
                .handle();
    }

    /** The same, and all that it kept is lost. */
    public void killWithItsFiles(String server) throws IOException {
        kill(server);
        try (var files = Files.walk(data.resolve(server))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        }
    }
}
