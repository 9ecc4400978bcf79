package academy.artisan.lms.media.program;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The programs that videos are looked at and made playable with.
 *
 * @param ffmpeg the executable, a path or a name on the search path
 * @param ffprobe the executable, a path or a name on the search path
 * @param timeLimit that processing one video may take in all
 */
@ConfigurationProperties("lms.media")
public record VideoPrograms(
        @DefaultValue("ffmpeg") String ffmpeg,
        @DefaultValue("ffprobe") String ffprobe,
        @DefaultValue("6h") Duration timeLimit) {}
