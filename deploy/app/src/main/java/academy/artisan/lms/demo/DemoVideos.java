package academy.artisan.lms.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import academy.artisan.lms.course.GroupId;
import academy.artisan.lms.demo.DemoCourse.Video;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;

/** Uploads the films of a course as an author's browser does, and waits until they can be watched. */
@Component
@ConditionalOnBooleanProperty("lms.demo")
class DemoVideos {

    private static final Logger log = LoggerFactory.getLogger(DemoVideos.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final DemoMade made;
    private final DemoFilm film;

    DemoVideos(DemoMade made, DemoFilm film) {
        this.made = made;
        this.film = film;
    }

    /** The video ids by title; an upload that was begun but not ended is begun anew. */
    Map<String, String> upload(DemoApi author, GroupId group, DemoCourse course)
            throws IOException, InterruptedException {
        var ids = new LinkedHashMap<String, String>();
        for (var video : course.videos()) {
            var name = "video %s %s".formatted(course.name(), video.title());
            var known = made.find(name);
            if (known.isEmpty()) {
                made.note(name, upload(author, group, course, video, ids.size()));
                log.info("Demonstration: uploaded {}", video.title());
            }
            ids.put(video.title(), known.or(() -> made.find(name)).orElseThrow());
        }
        return ids;
    }

    void awaitReady(DemoApi author, Iterable<String> videoIds) throws InterruptedException {
        for (var id : videoIds) {
            var state = "";
            while (!state.equals("READY")) {
                state = author.get("/api/v1/videos/" + id).path("state").asString();
                if (state.equals("FAILED")) {
                    throw new IllegalStateException("The demonstration video %s failed".formatted(id));
                }
                Thread.sleep(PAUSE);
            }
        }
    }

    private String upload(DemoApi author, GroupId group, DemoCourse course, Video video, int number)
            throws IOException, InterruptedException {
        var folder = Files.createTempDirectory("demo-film");
        try {
            var file = film.make(folder, video.title(), course.title(), video.seconds(), number);
            return upload(author, group, file);
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private static String upload(DemoApi author, GroupId group, Path file) throws IOException, InterruptedException {
        var bytes = Files.readAllBytes(file);
        var upload = author.post(
                "/api/v1/videos",
                Map.of("groupId", group, "fileName", file.getFileName().toString(), "sizeBytes", bytes.length));
        var parts = new ArrayList<Map<String, Object>>();
        for (var part : upload.get("parts")) {
            parts.add(Map.of(
                    "number", part.get("number").asInt(),
                    "etag", put(part, bytes, upload.get("partSizeBytes").asLong())));
        }
        var id = upload.get("videoId").asString();
        author.post("/api/v1/videos/%s/completion".formatted(id), Map.of("parts", List.copyOf(parts)));
        return id;
    }

    private static String put(JsonNode part, byte[] bytes, long partSize) throws IOException, InterruptedException {
        var from = (int) ((part.get("number").asInt() - 1) * partSize);
        var to = (int) Math.min(bytes.length, from + partSize);
        var request = HttpRequest.newBuilder(URI.create(part.get("url").asString()))
                .PUT(HttpRequest.BodyPublishers.ofByteArray(Arrays.copyOfRange(bytes, from, to)))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            var response = client.send(request, HttpResponse.BodyHandlers.ofString());
            return response.headers()
                    .firstValue(HttpHeaders.ETAG)
                    .orElseThrow(() -> new IOException("The object store answered " + response.statusCode()));
        }
    }
}
