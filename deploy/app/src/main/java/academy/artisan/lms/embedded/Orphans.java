package academy.artisan.lms.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends what a killed instance left running on this data folder. */
class Orphans {

    private static final Logger log = LoggerFactory.getLogger(Orphans.class);

    private Orphans() {}

    static void end(Path pidFiles, Duration patience) throws IOException {
        try (var files = Files.newDirectoryStream(pidFiles, "*.pid")) {
            for (var file : files) {
                var pidFile = new PidFile(file);
                pidFile.child().ifPresent(orphan -> {
                    log.warn("{} of an instance that was killed still runs: ending it", file.getFileName());
                    orphan.end(patience);
                });
                pidFile.delete();
            }
        }
    }
}
