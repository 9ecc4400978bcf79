package academy.artisan.lms.bench.video;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import academy.artisan.lms.bench.Client;

/** Somebody who is enrolled in a course of one lesson. */
record Learner(Client client, String lesson) {

    private static final Pattern ADDRESS = Pattern.compile("(?<=URI=\")[^\"]+|^[^#\\s].*$", Pattern.MULTILINE);

    static Learner of(Client client, String courseId) {
        var enrolment = client.post("/api/v1/enrolments", Map.of("courseId", courseId))
                .path("enrolmentId")
                .asString();
        var lesson = client.get("/api/v1/catalog/courses/" + courseId)
                .at("/sections/0/lessons/0/id")
                .asString();
        return new Learner(client, "/api/v1/enrolments/%s/lessons/%s/playbacks".formatted(enrolment, lesson));
    }

    /** Opens the lesson; answers the address of the master playlist. */
    String open() {
        return client.post(lesson, Map.of()).path("playlistUrl").asString();
    }

    /** The addresses that a playlist names, as a player resolves them. */
    static List<String> addresses(String playlistUrl, byte[] playlist) {
        var base = URI.create(playlistUrl);
        return ADDRESS.matcher(new String(playlist, StandardCharsets.UTF_8))
                .results()
                .map(match -> base.resolve(match.group()).toString())
                .distinct()
                .toList();
    }
}
