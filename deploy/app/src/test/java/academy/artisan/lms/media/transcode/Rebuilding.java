package academy.artisan.lms.media.transcode;

import academy.artisan.lms.course.VideoId;
import academy.artisan.lms.media.content.ContentId;
import academy.artisan.lms.media.source.Prober;
import academy.artisan.lms.media.storage.ObjectStore;
import academy.artisan.lms.media.transcode.TranscodeProperties.Encryption;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes a video once more, as an installation that encrypts would. */
public final class Rebuilding {

    private Rebuilding() {}

    public static void encrypted(ApplicationContext context, VideoId videoId) {
        var here = context.getBean(TranscodeProperties.class);
        var there = new TranscodeProperties(
                here.workDirectory(), here.spareRoom(), here.jobs(), here.threads(), here.ladder(), Encryption.AES_128);
        var job = new TranscodeJob(
                context.getBean(Transcodings.class),
                context.getBean(ObjectStore.class),
                context.getBean(Prober.class),
                context.getBean(Transcoder.class),
                there);
        context.getBean(JdbcClient.class)
                .sql("update media.content set rebuild = true where content_id = :id")
                .param("id", videoId.value())
                .update();
        job.run(ContentId.of(videoId));
    }
}
