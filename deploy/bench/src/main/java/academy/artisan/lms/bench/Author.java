package academy.artisan.lms.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Uploads videos and publishes courses. */
public record Author(Client client, Client reviewer) {

    private String group() {
        return client.get("/api/v1/me").at("/groups/0/id").asString();
    }

    /** Uploads a file; answers the video, whose processing has begun then. */
    public String upload(Path file) throws IOException {
        var bytes = Files.readAllBytes(file);
        var begun = client.post(
                "/api/v1/videos",
                Map.of("groupId", group(), "fileName", String.valueOf(file.getFileName()), "sizeBytes", bytes.length));
        var partSize = begun.path("partSizeBytes").asInt();
        var parts = new ArrayList<Map<String, Object>>();
        for (var part : begun.path("parts")) {
            var number = part.path("number").asInt();
            var piece = Arrays.copyOfRange(bytes, (number - 1) * partSize, Math.min(number * partSize, bytes.length));
            parts.add(Map.of(
                    "number", number, "etag", client.putPart(part.path("url").asString(), piece)));
        }
        var videoId = begun.path("videoId").asString();
        client.post("/api/v1/videos/%s/completion".formatted(videoId), Map.of("parts", parts));
        return videoId;
    }

    public boolean isReady(String videoId) {
        var video = client.get("/api/v1/videos/" + videoId);
        if (video.path("state").asString().equals("FAILED")) {
            throw new IllegalStateException(video.toString());
        }
        return video.path("state").asString().equals("READY");
    }

    /** A published course with this one video; answers its id. */
    public String publish(String title, String videoId) {
        return publish(title, List.of(Map.of("title", title, "kind", "VIDEO", "videoId", videoId)));
    }

    /** A published course with these lessons; answers its id. */
    public String publish(String title, List<Map<String, String>> lessons) {
        var facts = Map.of("title", title, "summary", "", "level", "初级", "tags", List.of());
        var courseId = client.post("/api/v1/groups/%s/courses".formatted(group()), facts)
                .path("courseId")
                .asString();
        var course = "/api/v1/courses/" + courseId;
        client.put(
                course + "/draft",
                1,
                Map.of(
                        "title",
                        title,
                        "summary",
                        "",
                        "level",
                        "初级",
                        "tags",
                        List.of(),
                        "sections",
                        List.of(Map.of("title", title, "lessons", lessons))));
        var review = client.post(course + "/reviews", Map.of()).path("reviewId").asString();
        reviewer.post(
                "/api/v1/reviews/%s/decisions".formatted(review), Map.of("decision", "APPROVE", "comments", "可以发布"));
        client.post(course + "/publications", Map.of());
        return courseId;
    }
}
