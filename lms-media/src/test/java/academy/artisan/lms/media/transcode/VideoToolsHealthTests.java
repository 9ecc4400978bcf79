package academy.artisan.lms.media.transcode;

import java.time.Clock;
import java.util.Map;

import academy.artisan.lms.media.program.VideoPrograms;
import academy.artisan.lms.media.source.VideoLimits;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

import static org.assertj.core.api.Assertions.assertThat;

class VideoToolsHealthTests {

    private static Health health(Map<String, String> properties) {
        var binder = new Binder(new MapConfigurationPropertySource(properties));
        return new VideoToolsHealth(
                        binder.bindOrCreate("lms.media", VideoPrograms.class),
                        binder.bindOrCreate("lms.media", TranscodeProperties.class),
                        binder.bindOrCreate("lms.media.limits", VideoLimits.class),
                        Clock.systemUTC())
                .health();
    }

    @Test
    void programThatCannotBeStartedIsReportedAsDown() {
        var health = health(Map.of("lms.media.ffmpeg", "/no/such/ffmpeg", "lms.media.ffprobe", "true"));
        assertThat(health.getStatus()).isEqualTo(Status.DOWN);
        assertThat(health.getDetails().get("ffmpeg")).asString().contains("/no/such/ffmpeg");
    }

    @Test
    void nodeThatLeavesVideosToOthersNeedsNoPrograms() {
        var health = health(Map.of("lms.media.ffmpeg", "/no/such/ffmpeg", "lms.media.jobs", "0"));
        assertThat(health.getStatus()).isEqualTo(Status.UP);
    }
}
