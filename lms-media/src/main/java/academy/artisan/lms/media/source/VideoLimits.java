package academy.artisan.lms.media.source;

import java.time.Duration;

import academy.artisan.lms.media.program.Limits;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What is taken of uploaded videos, and what processing one may use up.
 *
 * @param pixels of a picture: the default is a little more than 8K has, and nothing that a learner can see
 * @param length the default is a day of teaching with its breaks
 * @param memory that ffmpeg may address for one video: pictures of the largest size, many of them at once
 */
@ConfigurationProperties("lms.media.limits")
public record VideoLimits(
        @DefaultValue("40000000") long pixels,
        @DefaultValue("12h") Duration length,
        @DefaultValue("8GB") DataSize memory) {

    /** More than any of the ways to code a picture for players allows. */
    static final int LONGEST_SIDE = 16_384;

    /** Larger than any segment or sheet, much smaller than a disk. */
    private static final DataSize LARGEST_FILE = DataSize.ofGigabytes(1);

    private static final int OPEN_FILES = 256;

    /** For looking at a file: no more than its head, its table of contents and a few pictures. */
    public Limits forProbing() {
        return new Limits(memory, Duration.ofMinutes(1), DataSize.ofMegabytes(16), OPEN_FILES);
    }

    /**
     * For making renditions: no processor time beyond what fits in the time limit, so that this one ends what takes too
     * long, and the other only what nobody watches over any more.
     */
    public Limits forMaking(Duration timeLimit) {
        var processors = Runtime.getRuntime().availableProcessors();
        return new Limits(memory, timeLimit.multipliedBy(processors), LARGEST_FILE, OPEN_FILES);
    }
}
