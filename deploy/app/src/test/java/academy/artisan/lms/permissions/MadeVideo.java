package academy.artisan.lms.permissions;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;

import academy.artisan.lms.course.GroupId;
import academy.artisan.lms.course.VideoId;
import academy.artisan.lms.media.Tools;
import academy.artisan.lms.media.transcode.Rebuilding;
import academy.artisan.lms.testing.Api;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A few seconds of video with captions, of which the segments lie encrypted, so that there is a key to ask for. */
final class MadeVideo {

    private static final Pattern RENDITION = Pattern.compile("([0-9a-f-]{36})/([^/]+)\\.m3u8");

    static final String CAPTION = """
            WEBVTT

            00:00:00.500 --> 00:00:02.000
            焊接
            """;

    private final ApplicationContext context;
    private final byte[] file;

    private MadeVideo(ApplicationContext context, byte[] file) {
        this.context = context;
        this.file = file;
    }

    static MadeVideo in(Path folder, ApplicationContext context) throws Exception {
        var file = Tools.of(context.getEnvironment()).video(folder.resolve("a.mp4"), "320x180", false, "-t", "3");
        return new MadeVideo(context, file);
    }

    String of(Api author, GroupId group) {
        var begun = author.post(
                        "/api/v1/videos",
                        Map.of("groupId", group.toString(), "fileName", "a.mp4", "sizeBytes", file.length))
                .expect(201);
        var path = "/api/v1/videos/" + begun.path("videoId").asString();
        Api.upload(begun.at("/parts/0/url").asString(), file);
        author.post(path + "/completion", Map.of()).expect(202);
        await().atMost(Duration.ofMinutes(1))
                .until(() -> author.get(path).expect(200).path("state").asString(), "READY"::equals);
        Rebuilding.encrypted(context, VideoId.of(begun.path("videoId").asString()));
        author.putFile(path + "/captions/zh-Hans", "text/vtt", CAPTION.getBytes(StandardCharsets.UTF_8))
                .expect(201);
        return begun.path("videoId").asString();
    }

    /** Which run and which rendition there are, by the master playlist. */
    Map<String, String> names(String playlist) {
        var found = RENDITION.matcher(playlist);
        assertThat(found.find()).as(playlist).isTrue();
        return Map.of("run", found.group(1), "rendition", found.group(2));
    }
}
