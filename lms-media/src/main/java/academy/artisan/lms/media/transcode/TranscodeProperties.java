package academy.artisan.lms.media.transcode;

import java.nio.file.Path;
import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How videos are processed on this node.
 *
 * @param workDirectory where a source and its renditions lie while it is processed: room for the largest source and as
 *     much again
 * @param spareRoom what stays free there: a video that would need it waits
 * @param jobs how many videos are processed at once, but never more than there are processors; 0 leaves that to other
 *     nodes
 * @param threads of each encoder; 0 means that the videos that are processed at once share the processors
 * @param ladder the heights of the renditions to make, in lines; none is made above the source
 * @param encryption of what is made from now on; what was made before stays as it is
 */
@ConfigurationProperties("lms.media")
record TranscodeProperties(
        @DefaultValue("${java.io.tmpdir}/lms-media") Path workDirectory,
        @DefaultValue("1GB") DataSize spareRoom,
        @DefaultValue("1") int jobs,
        @DefaultValue("0") int threads,
        @DefaultValue({"1080", "720", "540", "360"}) List<Integer> ladder,
        @DefaultValue("none") Encryption encryption) {

    /** More need more memory and gain little: the decoder and each of the encoders has that many. */
    private static final int MOST_THREADS = 16;

    /** How segments lie in the object store. */
    enum Encryption {
        NONE,
        AES_128
    }

    int jobsAtOnce() {
        return Math.min(jobs, processors());
    }

    int threadsPerEncoder() {
        return threads > 0 ? threads : Math.clamp(processors() / Math.max(1, jobsAtOnce()), 1, MOST_THREADS);
    }

    private static int processors() {
        return Runtime.getRuntime().availableProcessors();
    }
}
