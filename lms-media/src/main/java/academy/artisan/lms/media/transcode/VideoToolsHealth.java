package academy.artisan.lms.media.transcode;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import academy.artisan.lms.media.program.Confinement;
import academy.artisan.lms.media.program.Tool;
import academy.artisan.lms.media.program.VideoPrograms;
import academy.artisan.lms.media.source.VideoLimits;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/** Up when the programs for video can be started; tells how far the system confines them. */
@Component("videoToolsHealthIndicator")
class VideoToolsHealth extends AbstractHealthIndicator {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration LASTS = Duration.ofMinutes(1);

    private final Confinement confinement = Confinement.ofThisSystem();
    private final VideoPrograms programs;
    private final TranscodeProperties properties;
    private final VideoLimits limits;
    private final Clock clock;
    private volatile @Nullable Look last;

    VideoToolsHealth(VideoPrograms programs, TranscodeProperties properties, VideoLimits limits, Clock clock) {
        super("The programs for video cannot be started");
        this.programs = programs;
        this.properties = properties;
        this.limits = limits;
        this.clock = clock;
    }

    /** What the programs said of themselves when they were last started. */
    private record Look(Instant at, String ffmpeg, String ffprobe, boolean started) {}

    @Override
    protected void doHealthCheck(Health.Builder health) throws Exception {
        if (properties.jobs() == 0) {
            health.up().withDetail("videos", "left to other nodes");
            return;
        }
        var look = look();
        health.status(look.started() ? Status.UP : Status.DOWN)
                .withDetail("ffmpeg", look.ffmpeg())
                .withDetail("ffprobe", look.ffprobe())
                .withDetail("withoutNetwork", confinement.cutsNetwork())
                .withDetail("limited", confinement.setsLimits())
                .withDetail("endWithApplication", confinement.endsWithParent());
    }

    private Look look() throws IOException, InterruptedException {
        var now = clock.instant();
        var look = last;
        if (look == null || look.at().plus(LASTS).isBefore(now)) {
            var ffmpeg = version(programs.ffmpeg());
            var ffprobe = version(programs.ffprobe());
            look = new Look(now, ffmpeg.text(), ffprobe.text(), ffmpeg.told() && ffprobe.told());
            last = look;
        }
        return look;
    }

    private record Version(boolean told, String text) {}

    private Version version(String program) throws IOException, InterruptedException {
        var folder = Files.createTempDirectory("lms-video-tools");
        var lines = new ArrayList<String>();
        try {
            var outcome = new Tool(program, limits.forProbing()).run(List.of("-version"), folder, PATIENCE, lines::add);
            return outcome.isSuccess() && !lines.isEmpty()
                    ? new Version(true, lines.getFirst().replaceFirst(" Copyright.*", ""))
                    : new Version(false, outcome.errors());
        } catch (Tool.TimeOver endless) {
            return new Version(false, "no answer within " + PATIENCE.toSeconds() + " seconds");
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }
}
