package academy.artisan.lms.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The programs that probe and transcode video, with the libraries that they need beside them. */
class Ffmpeg {

    /**
     * Libraries of screens and sound cards. The programs are linked with them for recording, which nobody does here,
     * and a server often has none of them.
     */
    private static final Set<String> OF_DEVICES =
            Set.of("libxcb.so.1", "libxcb-shm.so.0", "libasound.so.2", "libpulse.so.0");

    /** Small, without demands of its own: any library will do in place of one that is never called. */
    private static final String STAND_IN = "libva-drm.so.2";

    private static final Pattern MISSING = Pattern.compile("error while loading shared libraries: ([^:\\s]+):");

    private Ffmpeg() {}

    static Map<String, Object> unpackInto(DataFolder folder) throws IOException {
        var programs =
                new Binaries(folder.folder("bin")).folder(Platform.current().ffmpegFolder(), "ffmpeg");
        standInForMissingDevices(programs);
        return Map.of(
                "lms.media.ffmpeg", programs.resolve("ffmpeg").toString(),
                "lms.media.ffprobe", programs.resolve("ffprobe").toString());
    }

    private static void standInForMissingDevices(Path programs) throws IOException {
        while (true) {
            var complaint = complaintOf(programs);
            if (complaint.isEmpty()) {
                return;
            }
            var missing = MISSING.matcher(complaint);
            if (!missing.find() || !OF_DEVICES.contains(missing.group(1))) {
                throw new StackCannotStart("ffmpeg does not run on this machine: " + complaint.strip());
            }
            Files.copy(programs.resolve(STAND_IN), programs.resolve(missing.group(1)));
        }
    }

    /** What it says when it cannot even tell its version; empty when it can. */
    private static String complaintOf(Path programs) throws IOException {
        var command = new ProcessBuilder(programs.resolve("ffmpeg").toString(), "-version").redirectErrorStream(true);
        command.environment().put("LD_LIBRARY_PATH", programs.toString());
        var process = command.start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            return process.waitFor() == 0 ? "" : output;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return "interrupted";
        }
    }
}
