package academy.artisan.lms.media.transcode;

import java.nio.file.Path;
import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How videos are processed on this node.
 *
 * @param workDirectory where a source and its renditions lie while it is processed: room for twice the largest source
 * @param jobs how many videos are processed at once, but never more than there are processors; 0 leaves that to other
 *     nodes
 * @param threads of each encoder; 0 means that the videos that are processed at once share the processors
 * @param ladder the heights of the renditions to make, in lines; none is made above the source
 * @param encryption of what is made from now on; what was made before stays as it is
 */
@ConfigurationProperties("lms.media")
record TranscodeProperties(
        @DefaultValue("${java.io.tmpdir}/lms-media") Path workDirectory,
        @DefaultValue("1") int jobs,
        @DefaultValue("0") int threads,
        @DefaultValue({"1080", "720", "540", "360"}) List<Integer> ladder,
        @DefaultValue("none") Encryption encryption) {

    /** How segments lie in the object store. */
    enum Encryption {
        NONE,
        AES_128
    }

    int jobsAtOnce() {
        return Math.min(jobs, processors());
    }

    int threadsPerEncoder() {
        return threads > 0 ? threads : Math.max(1, processors() / Math.max(1, jobsAtOnce()));
    }

    private static int processors() {
        return Runtime.getRuntime().availableProcessors();
    }
}
