package academy.artisan.lms.media;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import academy.artisan.lms.course.GroupId;
import academy.artisan.lms.media.Http.Answer;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Somebody who uploads videos for a group, the way a browser does. */
record Author(Http http, GroupId group) {

    record Part(int number, String etag) {}

    record Upload(String videoId, JsonNode announced) {

        /** The part of this number, cut from the file. */
        byte[] cut(byte[] file, int number) {
            var size = announced.path("partSizeBytes").asInt();
            return Arrays.copyOfRange(file, (number - 1) * size, Math.min(number * size, file.length));
        }

        Part put(int number, byte[] content) {
            var url = announced.path("parts").path(number - 1).path("url").asString();
            var answer = Http.putSigned(url, content);
            assertThat(answer.status()).isEqualTo(200);
            return new Part(number, answer.header("ETag").orElseThrow());
        }

        int partCount() {
            return announced.path("parts").size();
        }

        List<Part> putAll(byte[] file) {
            var parts = new ArrayList<Part>();
            for (var number = 1; number <= partCount(); number++) {
                parts.add(put(number, cut(file, number)));
            }
            return parts;
        }
    }

    Answer announce(String fileName, long sizeBytes) {
        return http.post(
                "/api/v1/videos", Map.of("groupId", group.toString(), "fileName", fileName, "sizeBytes", sizeBytes));
    }

    Upload begin(String fileName, long sizeBytes) {
        var answer = announce(fileName, sizeBytes);
        assertThat(answer.status()).isEqualTo(201);
        return new Upload(answer.json().path("videoId").asString(), answer.json());
    }

    Answer complete(String videoId, List<Part> parts) {
        return http.post("/api/v1/videos/%s/completion".formatted(videoId), Map.of("parts", parts));
    }

    /** Of the parts that the store holds, without naming them. */
    Answer complete(String videoId) {
        return http.post("/api/v1/videos/%s/completion".formatted(videoId), Map.of());
    }

    /** The upload as the application tells it to whoever lost track of it. */
    Upload resumed(String videoId) {
        var answer = http.get("/api/v1/videos/%s/parts".formatted(videoId));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return new Upload(videoId, answer.json());
    }

    JsonNode status(String videoId) {
        return http.get("/api/v1/videos/" + videoId).json();
    }

    /** Uploads a whole file and answers the id of the video. */
    String upload(String fileName, byte[] file) {
        var upload = begin(fileName, file.length);
        assertThat(complete(upload.videoId(), upload.putAll(file)).status()).isEqualTo(202);
        return upload.videoId();
    }

    JsonNode processed(String videoId) {
        return await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(300))
                .until(
                        () -> status(videoId),
                        status -> !status.path("state").asString().equals("PROCESSING"));
    }
}
