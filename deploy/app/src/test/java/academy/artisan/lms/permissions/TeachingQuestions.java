package academy.artisan.lms.permissions;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import academy.artisan.lms.authoring.ReviewStage;
import academy.artisan.lms.testing.Academy;

import static academy.artisan.lms.permissions.Question.PLAIN;
import static academy.artisan.lms.permissions.Question.asked;
import static academy.artisan.lms.permissions.Question.saying;
import static academy.artisan.lms.permissions.Question.with;

/** What is asked of groups, their plans, courses, reviews and media. */
final class TeachingQuestions {

    private static final String COURSE = "/api/v1/courses/{courseId}";
    private static final String CATALOG = "/api/v1/catalog/courses/{courseId}";
    private static final String DRAFT = COURSE + "/draft";
    private static final String GROUP = "/api/v1/groups/{groupId}";
    private static final String REVIEW = "/api/v1/reviews/{reviewId}";
    private static final String VIDEO = "/api/v1/videos/{videoId}";

    private final Map<String, Supplier<Question>> questions = new HashMap<>();
    private final World world;
    private final Anew anew;

    TeachingQuestions(World world) {
        this.world = world;
        this.anew = new Anew(world);
        groups();
        plans();
        drafts();
        reviews();
        publications();
        exchange();
        media();
    }

    Map<String, Supplier<Question>> all() {
        return questions;
    }

    private void on(String row, Supplier<Question> question) {
        questions.put(row, question);
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
        on("GET " + GROUP + "/plans/{year}, as XLSX", () -> PLAIN.header("Accept", Question.XLSX));
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
        on("POST " + REVIEW + "/decisions", () -> decision(ReviewStage.OTHER_GROUP));
        on("POST " + REVIEW + "/decisions, at the stage OWN_LEAD", () -> decision(ReviewStage.OWN_LEAD));
        on("POST " + REVIEW + "/decisions, at the stage ACADEMY", () -> decision(ReviewStage.ACADEMY));
        on("POST " + REVIEW + "/decisions, at the stage ANYBODY_ELSE", () -> decision(ReviewStage.ANYBODY_ELSE));
        on("POST " + REVIEW + "/withdrawal", () -> anew.review(ReviewStage.OTHER_GROUP));
        on("POST " + REVIEW + "/comments", () -> saying(Map.of("text", "请补充", "mustResolve", false)));
        on("PUT " + REVIEW + "/comments/{commentId}/resolution", () -> with("commentId", world.comment()));
    }

    private Question decision(ReviewStage stage) {
        return anew.review(stage).body(Map.of("decision", "APPROVE", "comments", "好"));
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
        on("GET " + CATALOG + ", open to everyone", () -> anew.published().question());
        on("GET " + CATALOG + ", withdrawn", () -> anew.withdrawn().question());
        on("GET " + CATALOG + "/versions, withdrawn", () -> anew.withdrawn().question());
        on(
                "GET " + CATALOG + "/versions/{version}/content, open to everyone",
                () -> anew.published().question());
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
}
