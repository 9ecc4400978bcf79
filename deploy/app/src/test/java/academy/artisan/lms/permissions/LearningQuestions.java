package academy.artisan.lms.permissions;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

import static academy.artisan.lms.permissions.Question.PLAIN;
import static academy.artisan.lms.permissions.Question.asked;
import static academy.artisan.lms.permissions.Question.saying;
import static academy.artisan.lms.permissions.Question.with;
import static org.awaitility.Awaitility.await;

/** What is asked of people, their learning, their employers, and of the platform. */
final class LearningQuestions {

    private static final String PLAYBACK = "/api/v1/playbacks/{playbackId}";
    private static final String UNIT = "/api/v1/hr/units/{unitId}";
    private static final String FAREWELL = """
            {"token": "{token}", "heartbeats": [{"sequence": 4, "positionSeconds": 1, "rate": 1.0, "intervals": [[0, 1]]}]}
            """;
    private static final Map<String, Object> BEAT =
            Map.of("sequence", 2, "positionSeconds", 1, "rate", 1.0, "intervals", List.of(List.of(0, 1)));

    private final Map<String, Supplier<Question>> questions = new HashMap<>();
    private final World world;
    private final Anew anew;

    LearningQuestions(World world) {
        this.world = world;
        this.anew = new Anew(world);
        people();
        playbacks();
        employers();
        operation();
        search();
    }

    Map<String, Supplier<Question>> all() {
        return questions;
    }

    private void on(String row, Supplier<Question> question) {
        questions.put(row, question);
    }

    private void people() {
        var account = anew.account();
        on("POST /api/v1/auth/token", () -> saying(account));
        on("POST /api/v1/auth/refresh", () -> saying(anew.refreshToken(account)));
        on("POST /api/v1/auth/logout", () -> saying(anew.refreshToken(account)));
        on(
                "POST /api/v1/people",
                () -> saying(Map.of(
                        "username", "p" + UUID.randomUUID().toString().substring(0, 13),
                        "name", "某人",
                        "password", "a password of a test")));
        on(
                "POST /api/v1/people/{personId}/grants",
                () -> saying(Map.of("role", "REVIEWER", "scope", world.otherGroup())));
        on(
                "POST /api/v1/units",
                () -> saying(Map.of("parentId", world.employer(), "kind", "DEPARTMENT", "name", "车间")));
    }

    private void playbacks() {
        on("POST " + PLAYBACK + "/heartbeats", () -> playing().body(BEAT));
        on(
                "POST " + PLAYBACK + "/heartbeats, of another playback",
                () -> playingAnother().body(BEAT));
        on("POST " + PLAYBACK + "/heartbeats/batch", () -> playing().body(Map.of("heartbeats", List.of(BEAT))));
        on("POST " + PLAYBACK + "/heartbeats/beacon", () -> playing().text("application/json", FAREWELL));
        on("POST " + PLAYBACK + "/presence", this::playing);
        on("POST " + PLAYBACK + "/renewal", this::playing);
        on("DELETE " + PLAYBACK, this::playing);
        for (var stream : List.of(
                "master.m3u8",
                "{run}/{rendition}.m3u8",
                "{run}/thumbnails.vtt",
                "{run}/key",
                "captions/{language}.m3u8",
                "captions/{language}.vtt")) {
            on("GET " + PLAYBACK + "/" + stream, () -> playing().query("token={token}"));
        }
        on(
                "GET " + PLAYBACK + "/master.m3u8, of another playback",
                () -> playingAnother().query("token={token}"));
    }

    private Question playing() {
        world.play();
        return PLAIN;
    }

    /** The player's token is of the one that began after this. */
    private Question playingAnother() {
        var another = world.id("playbackId");
        world.play();
        return with("playbackId", another);
    }

    private void employers() {
        on("GET " + UNIT + "/completions, as CSV", () -> PLAIN.header("Accept", "text/csv"));
        on("GET " + UNIT + "/completions, as XLSX", () -> PLAIN.header("Accept", Question.XLSX));
        on("GET " + UNIT + "/completions, of the unit above", () -> with("unitId", world.employer()));
        on(
                "POST " + UNIT + "/required-trainings",
                () -> saying(Map.of(
                        "courseId", world.id("courseId"),
                        "dueOn", LocalDate.now(ZoneOffset.UTC).plusDays(30).toString())));
        on(
                "PUT " + UNIT + "/watch-policy",
                () -> anew.seen(
                        saying(Map.of()), Who.HR, "/api/v1/hr/units/%s/watch-policy".formatted(world.id("unitId"))));
    }

    private void operation() {
        on("GET /api/v1/progress/evidence-checks/{checkId}", anew::evidenceCheck);
        for (var kind : List.of("rebuilds", "checks")) {
            on("POST /api/v1/search/" + kind, () -> saying(Map.of("index", "drafts")));
            on("GET /api/v1/search/%s/{workId}".formatted(kind), () -> anew.indexWork(kind));
        }
    }

    private void search() {
        on("GET /api/v1/search/passages", () -> asked("q=weld"));
        on("GET /api/v1/search/suggestions", () -> asked("q=weld"));
        on("POST /api/v1/search/{searchId}/clicks", this::searched);
    }

    /** The course comes to what may be clicked on some moments after it was published. */
    private Question searched() {
        var learner = world.as(Who.LEARNER);
        var search = learner.get("/api/v1/search/courses?q=weld").expect(200);
        var searchId = search.path("searchId").asString();
        var click = Map.of("courseId", world.id("courseId"), "position", 1);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> learner.post("/api/v1/search/%s/clicks".formatted(searchId), click)
                                .status()
                        == 204);
        return with("searchId", searchId);
    }
}
