package academy.artisan.lms.media.transcode;

import java.nio.file.Path;
import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How videos are processed on this node.
 *
 * @param ffmpeg the executable, a path or a name on the search path
 * @param ffprobe the executable, a path or a name on the search path
 * @param workDirectory where a source and its renditions lie while it is processed: room for twice the largest source
 * @param jobs how many videos are processed at once; 0 leaves that to other nodes
 * @param threads of each encoder; 0 means as many as there are processors
 * @param timeLimit after which processing one video is given up
 * @param encryption of what is made from now on; what was made before stays as it is
 */
@ConfigurationProperties("lms.media")
record TranscodeProperties(
        @DefaultValue("ffmpeg") String ffmpeg,
        @DefaultValue("ffprobe") String ffprobe,
        @DefaultValue("${java.io.tmpdir}/lms-media") Path workDirectory,
        @DefaultValue("1") int jobs,
        @DefaultValue("0") int threads,
        @DefaultValue("6h") Duration timeLimit,
        @DefaultValue("none") Encryption encryption) {

    /** How segments lie in the object store. */
    enum Encryption {
        NONE,
        AES_128
    }

    int threadsPerEncoder() {
        return threads > 0 ? threads : Runtime.getRuntime().availableProcessors();
    }
}
