package academy.artisan.lms.portal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import academy.artisan.lms.course.VideoId;
import academy.artisan.lms.media.Tools;
import academy.artisan.lms.testing.Academy;
import academy.artisan.lms.testing.Api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A video in which one can tell the time: the square in its middle gets brighter from second to second. */
record Film(VideoId id) {

    /** The second that the picture of the element shows, by the brightness that is made below. */
    static final String SECOND_SHOWN = """
            (() => {
              const canvas = document.createElement('canvas');
              canvas.width = canvas.height = 1;
              const pen = canvas.getContext('2d');
              const video = document.querySelector('#video');
              pen.drawImage(video, video.videoWidth / 2 - 8, video.videoHeight / 2 - 8, 16, 16, 0, 0, 1, 1);
              return pen.getImageData(0, 0, 1, 1).data[1] * 219 / 255 / 2;
            })()""";

    private static final String SQUARE = "nullsrc=size=16x16:rate=10,geq=lum='16+2*T':cb=128:cr=128,scale=128:128";

    /** Uploads a film of at most 100 seconds as its author's browser does, and waits until it can be watched. */
    static Film ofSeconds(int seconds, Api author, Academy academy, Tools tools, Path folder) throws Exception {
        var file = folder.resolve("film.mp4");
        tools.make(List.of(("-f lavfi -i testsrc=size=640x360:rate=10 -f lavfi -i SQUARE -f lavfi -i sine=frequency=440"
                        + " -filter_complex [0][1]overlay=(W-w)/2:(H-h)/2 -t " + seconds
                        + " -c:v libx264 -preset ultrafast -crf 34 -g 40 -pix_fmt yuv420p -c:a aac " + file)
                .replace("SQUARE", SQUARE)
                .split(" ", -1)));
        return new Film(VideoId.of(upload(author, academy, Files.readAllBytes(file))));
    }

    private static String upload(Api author, Academy academy, byte[] file) {
        var upload = author.post(
                        "/api/v1/videos",
                        Map.of("groupId", academy.group(0).toString(), "fileName", "钟.mp4", "sizeBytes", file.length))
                .expect(201);
        var sent = Api.upload(upload.at("/parts/0/url").asString(), file);
        var video = "/api/v1/videos/" + upload.path("videoId").asString();
        var parts = List.of(Map.of("number", 1, "etag", sent.header("ETag")));
        author.post(video + "/completion", Map.of("parts", parts)).expect(202);
        var made = await().atMost(Duration.ofMinutes(2))
                .until(
                        () -> author.get(video).expect(200),
                        status -> !status.path("state").asString().equals("PROCESSING"));
        assertThat(made.path("state").asString()).as(made.toString()).isEqualTo("READY");
        return upload.path("videoId").asString();
    }

    /** Publishes a course of which this is the only lesson; answers its id. */
    String publish(Api author, Academy academy) {
        var courseId =
                academy.draft(author, 0, "看钟", Map.of("title", "一百秒", "kind", "VIDEO", "videoId", id.toString()));
        academy.publish(author, academy.reviewer(1), courseId);
        return courseId;
    }
}
