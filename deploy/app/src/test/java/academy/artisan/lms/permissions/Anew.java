package academy.artisan.lms.permissions;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import academy.artisan.lms.authoring.ReviewStage;
import academy.artisan.lms.testing.Academy;
import academy.artisan.lms.testing.Api;
import academy.artisan.lms.testing.Documents;
import tools.jackson.databind.JsonNode;

/** Things that are used up when somebody may do what is asked, and so are made anew. */
record Anew(World world) {

    private static final String PASSWORD = "a password of a test";

    /** Somebody new, who has no role. */
    record Newcomer(String personId, String username) {}

    /** A draft of the author's that was not submitted; ETags are those of its parts. */
    record Draft(String courseId, JsonNode outline) {

        String path(String below) {
            return "/api/v1/courses/%s/%s".formatted(courseId, below);
        }

        String section() {
            return outline.at("/sections/0/id").asString();
        }

        String lesson() {
            return outline.at("/sections/0/lessons/0/id").asString();
        }

        Question question() {
            return Question.with("courseId", courseId)
                    .and("sectionId", section())
                    .and("lessonId", lesson());
        }

        /** With the ETag of the part at this place of the outline, as JSON pointer. */
        Question seen(String etag) {
            return question().ifMatch(outline.at(etag).asString());
        }

        /** With the ETag of the whole. */
        Question seenWhole() {
            return question()
                    .ifMatch("\"%d\"".formatted(outline.path("revision").asInt()));
        }
    }

    static String name() {
        return "名" + UUID.randomUUID();
    }

    private Api author() {
        return world.as(Who.AUTHOR);
    }

    Newcomer person() {
        var username = "p" + UUID.randomUUID().toString().replace("-", "");
        var person = world.as(Who.ADMIN)
                .post("/api/v1/people", Map.of("username", username, "name", "某人", "password", PASSWORD))
                .expect(201);
        return new Newcomer(person.path("id").asString(), username);
    }

    /** What somebody new logs in with. */
    Map<String, String> account() {
        return Map.of("username", person().username(), "password", PASSWORD);
    }

    Map<String, String> refreshToken(Map<String, String> account) {
        var tokens = world.as(Who.NOBODY).post("/api/v1/auth/token", account).expect(200);
        return Map.of("refreshToken", tokens.path("refreshToken").asString());
    }

    Question group() {
        var group = world.as(Who.ADMIN)
                .post("/api/v1/groups", Map.of("name", name(), "field", "领域"))
                .expect(201);
        return Question.with("groupId", group.path("id").asString());
    }

    Question member() {
        var person = person();
        world.as(Who.LEAD)
                .post(
                        "/api/v1/groups/%s/members".formatted(world.id("groupId")),
                        Map.of("username", person.username(), "roles", List.of("AUTHOR")))
                .expect(201);
        return Question.with("personId", person.personId());
    }

    /** That its owner, the author, and leads may change. */
    Map<String, Object> planItemForm() {
        return Map.of(
                "kind",
                "TEXTBOOK",
                "title",
                "焊接教材",
                "description",
                "第二版",
                "ownerId",
                Academy.idOf(author()).toString(),
                "fromMonth",
                3,
                "toMonth",
                9,
                "state",
                "PLANNED",
                "milestones",
                List.of(),
                "outcomes",
                List.of());
    }

    Question planItem() {
        var added = world.as(Who.LEAD)
                .post("/api/v1/groups/%s/plans/2026/items".formatted(world.id("groupId")), planItemForm());
        return Question.with("itemId", added.expect(201).path("id").asString())
                .body(planItemForm())
                .ifMatch(added.header("ETag"));
    }

    Draft draft() {
        var course = author().post(
                        "/api/v1/groups/%s/courses".formatted(world.id("groupId")),
                        Map.of("title", "课程", "summary", "", "level", "初级", "tags", List.of()))
                .expect(201);
        var courseId = course.path("courseId").asString();
        var outline = author().header("If-Match", "\"1\"")
                .put("/api/v1/courses/%s/draft".formatted(courseId), Academy.outline("课程", Academy.article("课", "文")))
                .expect(200);
        return new Draft(courseId, outline);
    }

    Draft deleted() {
        var draft = draft();
        author().delete(draft.path("draft")).expect(204);
        return draft;
    }

    /** At a stage of its own, whatever the group asks for otherwise. */
    Question review(ReviewStage stage) {
        var draft = draft();
        world.letReview(stage);
        var review = author().post(draft.path("reviews")).expect(201);
        world.letReview(ReviewStage.OTHER_GROUP);
        return Question.with("reviewId", review.path("reviewId").asString());
    }

    Draft approved() {
        var draft = draft();
        world.decide(author().post(draft.path("reviews")).expect(201));
        return draft;
    }

    Draft scheduled() {
        var draft = approved();
        var tomorrow = Instant.now().plus(1, ChronoUnit.DAYS);
        author().post(draft.path("publications"), Map.of("publishAt", tomorrow.toString()))
                .expect(202);
        return draft;
    }

    Draft published() {
        var draft = approved();
        author().post(draft.path("publications"), Map.of()).expect(201);
        return draft;
    }

    Draft withdrawn() {
        var draft = published();
        author().post(draft.path("withdrawal"), Map.of("reason", "修订")).expect(200);
        return draft;
    }

    /** With what is to be named when something of a resource is changed. */
    Question seen(Question question, Who who, String path) {
        var seen = world.as(who).get(path);
        seen.expect(200);
        return question.ifMatch(seen.header("ETag"));
    }

    private JsonNode announced(String path, String fileName, byte[] content) {
        return author().post(
                        path, Map.of("groupId", world.id("groupId"), "fileName", fileName, "sizeBytes", content.length))
                .expect(201);
    }

    Question video() {
        var content = Documents.utf8("no video");
        var begun = announced("/api/v1/videos", "a.mp4", content);
        Api.upload(begun.at("/parts/0/url").asString(), content);
        return Question.with("videoId", begun.path("videoId").asString());
    }

    Question file() {
        var content = Documents.picture("png", 40, 30);
        var begun = announced("/api/v1/files", "a.png", content);
        Api.upload(begun.path("url").asString(), content);
        return Question.with("fileId", begun.path("fileId").asString());
    }

    Question imported() {
        var content = Documents.utf8("no archive");
        var begun = announced("/api/v1/groups/%s/imports".formatted(world.id("groupId")), "a.zip", content);
        var etag = Api.upload(begun.at("/parts/0/url").asString(), content).header("ETag");
        return Question.with("importId", begun.path("importId").asString())
                .body(Map.of("parts", List.of(Map.of("number", 1, "etag", etag))));
    }

    Question archive() {
        var begun = author().post("/api/v1/courses/%s/archives".formatted(world.id("courseId")), Map.of("media", true))
                .expect(202);
        return Question.with("archiveId", begun.path("archiveId").asString());
    }

    Question captions() {
        author().putFile(
                        "/api/v1/videos/%s/captions/en".formatted(world.id("videoId")),
                        "text/vtt",
                        MadeVideo.CAPTION.getBytes(StandardCharsets.UTF_8));
        return Question.with("language", "en");
    }

    Question evidenceCheck() {
        var check = world.as(Who.ADMIN)
                .post("/api/v1/progress/evidence-checks", Map.of("enrolmentId", world.id("enrolmentId")))
                .expect(201);
        return Question.with("checkId", check.path("checkId").asString());
    }

    Question indexWork(String kind) {
        var work = world.as(Who.ADMIN)
                .post("/api/v1/search/" + kind, Map.of("index", "drafts"))
                .expect(202);
        return Question.with("workId", work.path("workId").asString());
    }
}
