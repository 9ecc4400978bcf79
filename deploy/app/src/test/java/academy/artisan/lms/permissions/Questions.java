package academy.artisan.lms.permissions;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

import academy.artisan.lms.testing.Academy;

import static academy.artisan.lms.permissions.Question.PLAIN;
import static academy.artisan.lms.permissions.Question.asked;
import static academy.artisan.lms.permissions.Question.saying;
import static academy.artisan.lms.permissions.Question.with;
import static org.awaitility.Awaitility.await;

/**
 * How operations are asked for of which the ids of the world and the example of the OpenAPI document alone make no
 * question that is understood, or that use up what they are asked of.
 */
final class Questions {

    private static final String COURSE = "/api/v1/courses/{courseId}";
    private static final String DRAFT = COURSE + "/draft";
    private static final String GROUP = "/api/v1/groups/{groupId}";
    private static final String REVIEW = "/api/v1/reviews/{reviewId}";
    private static final String PLAYBACK = "/api/v1/playbacks/{playbackId}";
    private static final String VIDEO = "/api/v1/videos/{videoId}";
    private static final String UNIT = "/api/v1/hr/units/{unitId}";

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String FAREWELL = """
            {"token": "{token}", "heartbeats": [{"sequence": 4, "positionSeconds": 1, "rate": 1.0, "intervals": [[0, 1]]}]}
            """;

    private final Map<String, Supplier<Question>> questions = new HashMap<>();
    private final World world;
    private final Anew anew;

    Questions(World world) {
        this.world = world;
        this.anew = new Anew(world);
        people();
        groups();
        plans();
        drafts();
        reviews();
        publications();
        exchange();
        media();
        playbacks();
        employers();
        operation();
        search();
    }

    /** Makes what is asked of; a row that is about a situation has to be known here. */
    Question of(PermissionTable.Row row) {
        if (!row.situation().isEmpty() && !questions.containsKey(row.name())) {
            throw new IllegalArgumentException("Say in Questions what is meant by: " + row.name());
        }
        return questions.getOrDefault(row.name(), () -> PLAIN).get();
    }

    private void on(String operation, Supplier<Question> question) {
        questions.put(operation, question);
    }

    private void people() {
        on("POST /api/v1/auth/token", () -> saying(anew.logIn()));
        on("POST /api/v1/auth/refresh", () -> saying(anew.refreshToken()));
        on("POST /api/v1/auth/logout", () -> saying(anew.refreshToken()));
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

    private void groups() {
        on("POST /api/v1/groups", () -> saying(Map.of("name", Anew.name(), "field", "领域")));
        on("PUT " + GROUP, () -> saying(Map.of("name", Anew.name(), "field", "领域")));
        on("PUT /api/v1/groups/order", this::presentOrder);
        on("PUT " + GROUP + "/retirement", anew::group);
        on("DELETE " + GROUP + "/retirement", anew::group);
        on(
                "POST " + GROUP + "/members",
                () -> saying(Map.of("username", anew.person().username(), "roles", List.of("AUTHOR"))));
        on("PUT " + GROUP + "/members/{personId}", () -> anew.member().body(Map.of("roles", List.of("REVIEWER"))));
        on("DELETE " + GROUP + "/members/{personId}", anew::member);
        on(
                "PUT " + GROUP + "/review-policy",
                () -> saying(Map.of("stages", List.of("OTHER_GROUP"), "remindAfterDays", 3)));
        on("PUT " + GROUP + "/required-attributes", () -> saying(Map.of("attributes", List.of())));
    }

    private Question presentOrder() {
        var ids = world.as(Who.ADMIN)
                .get("/api/v1/groups")
                .expect(200)
                .path("items")
                .valueStream()
                .map(group -> group.path("id").asString())
                .toList();
        return saying(Map.of("groupIds", ids));
    }

    private void plans() {
        on("GET " + GROUP + "/plans/{year}, as CSV", () -> PLAIN.header("Accept", "text/csv"));
        on("GET " + GROUP + "/plans/{year}, as XLSX", () -> PLAIN.header("Accept", XLSX));
        on("POST " + GROUP + "/plans/{year}/items", () -> saying(anew.planItemForm()));
        on("GET /api/v1/plan-items/{itemId}", anew::planItem);
        on("PUT /api/v1/plan-items/{itemId}", anew::planItem);
        on("DELETE /api/v1/plan-items/{itemId}", anew::planItem);
    }

    private void drafts() {
        on("POST " + GROUP + "/courses/copies", () -> saying(Map.of("courseId", world.id("courseId"), "version", 1)));
        on("GET " + DRAFT + ", not submitted", () -> anew.draft().question());
        on("PUT " + DRAFT, () -> anew.draft().seenWhole().body(Academy.outline("课程", Academy.article("课", "文"))));
        on("DELETE " + DRAFT, () -> anew.draft().question());
        on("POST " + DRAFT + "/restoration", () -> anew.deleted().question());
        on("PATCH " + DRAFT + "/attributes", () -> anew.draft().seen("/attributesEtag"));
        on("POST " + DRAFT + "/sections", () -> anew.draft().question());
        on("PATCH " + DRAFT + "/sections/{sectionId}", () -> anew.draft().seen("/sections/0/etag"));
        on("DELETE " + DRAFT + "/sections/{sectionId}", () -> anew.draft().seenWhole());
        on(
                "POST " + DRAFT + "/sections/{sectionId}/lessons",
                () -> anew.draft().question().body(Academy.article("又一课", "文")));
        on("PATCH " + DRAFT + "/lessons/{lessonId}", () -> anew.draft().seen("/sections/0/lessons/0/etag"));
        on("DELETE " + DRAFT + "/lessons/{lessonId}", () -> anew.draft().seen("/sections/0/lessons/0/etag"));
        on("POST " + DRAFT + "/moves", this::move);
        on("GET " + COURSE + "/revisions/differences", () -> asked("from=1&to=2"));
        on(
                "POST " + COURSE + "/revisions/reversions",
                () -> anew.draft().seenWhole().body(Map.of("revision", 1)));
    }

    private Question move() {
        var draft = anew.draft();
        return draft.question().body(Map.of("partId", draft.lesson(), "to", Map.of("sectionId", draft.section())));
    }

    private void reviews() {
        on("POST " + COURSE + "/reviews", () -> anew.draft().question());
        on("POST " + REVIEW + "/decisions", () -> anew.review().body(Map.of("decision", "APPROVE", "comments", "好")));
        on("POST " + REVIEW + "/withdrawal", anew::review);
        on("POST " + REVIEW + "/comments", () -> saying(Map.of("text", "请补充", "mustResolve", false)));
        on("PUT " + REVIEW + "/comments/{commentId}/resolution", () -> with("commentId", world.comment()));
    }

    private void publications() {
        on("POST " + COURSE + "/publications", () -> anew.approved().question().body(Map.of()));
        on("GET " + COURSE + "/publications/scheduled", () -> anew.scheduled().question());
        on(
                "DELETE " + COURSE + "/publications/scheduled",
                () -> anew.scheduled().question());
        on("POST " + COURSE + "/withdrawal", () -> anew.published().question());
        on("POST " + COURSE + "/restoration", () -> anew.withdrawn().question());
        on("PUT " + COURSE + "/watch-policy", () -> ofNewCourse("watch-policy").body(Map.of()));
        on("PUT " + COURSE + "/sharing", () -> ofNewCourse("sharing").body(Map.of("everyone", true)));
        on(
                "GET /api/v1/catalog/courses/{courseId}, open to everyone",
                () -> anew.published().question());
        on(
                "GET /api/v1/catalog/courses/{courseId}, withdrawn",
                () -> anew.withdrawn().question());
    }

    private Question ofNewCourse(String setting) {
        var draft = anew.draft();
        return anew.seen(draft.question(), Who.AUTHOR, draft.path(setting));
    }

    private void exchange() {
        on("GET " + COURSE + "/archives/{archiveId}", anew::archive);
        on("GET /api/v1/imports/{importId}", anew::imported);
        on("GET /api/v1/imports/{importId}/parts", anew::imported);
        on("POST /api/v1/imports/{importId}/completion", anew::imported);
    }

    private void media() {
        on("GET " + VIDEO + "/parts", anew::video);
        on("POST " + VIDEO + "/completion", () -> anew.video().body(Map.of()));
        on("DELETE " + VIDEO, anew::video);
        on("PUT " + VIDEO + "/captions/{language}", () -> with("language", "en").text("text/vtt", MadeVideo.CAPTION));
        on("DELETE " + VIDEO + "/captions/{language}", anew::captions);
        on("GET /api/v1/files/{fileId}", anew::file);
        on("POST /api/v1/files/{fileId}/completion", anew::file);
        on("DELETE /api/v1/files/{fileId}", anew::file);
        on("GET /api/v1/media/jobs", () -> asked("state=HELD"));
        on("POST /api/v1/media/rebuilds", () -> saying(Map.of("videoIds", List.of(world.id("videoId")))));
    }

    private void playbacks() {
        on("POST " + PLAYBACK + "/heartbeats", this::playing);
        on("POST " + PLAYBACK + "/heartbeats/batch", this::playing);
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
    }

    private Question playing() {
        world.play();
        return PLAIN;
    }

    private void employers() {
        on("GET " + UNIT + "/completions, as CSV", () -> PLAIN.header("Accept", "text/csv"));
        on("GET " + UNIT + "/completions, as XLSX", () -> PLAIN.header("Accept", XLSX));
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
        await().atMost(Duration.ofSeconds(20))
                .until(() -> learner.post("/api/v1/search/%s/clicks".formatted(searchId), click)
                                .status()
                        == 204);
        return with("searchId", searchId);
    }
}
