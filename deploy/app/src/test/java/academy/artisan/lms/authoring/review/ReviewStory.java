package academy.artisan.lms.authoring.review;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import academy.artisan.lms.course.GroupId;
import academy.artisan.lms.identity.Role;
import academy.artisan.lms.testing.Academy;
import academy.artisan.lms.testing.Api;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

import static academy.artisan.lms.testing.Academy.article;

/** A group of its own with a policy, its people, and a course that goes through review. */
public final class ReviewStory {

    public final Academy academy;
    public final Api admin;
    public final GroupId group;
    public final Api author;
    public final Api lead;
    public final String courseId;

    /** With a course of as many sections, each with as many lessons as named. */
    public ReviewStory(ApplicationContext context, int sections, int lessons, String... stages) {
        academy = new Academy(context);
        admin = academy.admin();
        group = academy.newGroup(admin);
        admin.put(
                        "/api/v1/groups/%s/review-policy".formatted(group),
                        Map.of("stages", List.of(stages), "remindAfterDays", 3))
                .expect(200);
        author = academy.member(Role.AUTHOR, group);
        lead = academy.lead(group);
        courseId = author.post(
                        "/api/v1/groups/%s/courses".formatted(group),
                        Map.of("title", "焊接", "summary", "", "level", "初级", "tags", List.of()))
                .expect(201)
                .path("courseId")
                .asString();
        author.header("If-Match", "\"1\"")
                .put(draftPath(), outline(sections, lessons))
                .expect(200);
    }

    public ReviewStory(ApplicationContext context, String... stages) {
        this(context, 2, 2, stages);
    }

    private static Map<String, Object> outline(int sections, int lessons) {
        var list = IntStream.range(0, sections)
                .mapToObj(s -> Map.of("title", "章" + s, "lessons", lessons(s, lessons)))
                .toList();
        return Map.of("title", "焊接", "summary", "", "level", "初级", "tags", List.of(), "sections", list);
    }

    private static List<Map<String, Object>> lessons(int section, int count) {
        return IntStream.range(0, count)
                .mapToObj(l -> article("课%d-%d".formatted(section, l), "正文"))
                .toList();
    }

    public String draftPath() {
        return "/api/v1/courses/%s/draft".formatted(courseId);
    }

    public JsonNode draft() {
        return author.get(draftPath()).expect(200);
    }

    public String lesson(int section, int lesson) {
        return draft().at("/sections/%d/lessons/%d/id".formatted(section, lesson))
                .asString();
    }

    /** Lets a lesson say something else. */
    public JsonNode edit(Api by, String lessonId, String text) {
        var revision = draft().path("revision").asInt();
        return by.header("If-Match", "\"%d\"".formatted(revision))
                .patch(draftPath() + "/lessons/" + lessonId, Map.of("text", text))
                .expect(200);
    }

    public void remove(String lessonId) {
        var revision = draft().path("revision").asInt();
        author.header("If-Match", "\"%d\"".formatted(revision))
                .delete(draftPath() + "/lessons/" + lessonId)
                .expect(200);
    }

    public JsonNode submit() {
        return author.post("/api/v1/courses/%s/reviews".formatted(courseId)).expect(201);
    }

    public String submitted() {
        return submit().path("reviewId").asString();
    }

    /** Of the content that is submitted at this moment. */
    public Api.Answer decide(Api by, String reviewId, String decision) {
        var seen = by.get("/api/v1/reviews/" + reviewId).json().path("digest");
        return decide(
                by,
                reviewId,
                seen.isString()
                        ? Map.of("decision", decision, "digest", seen.asString())
                        : Map.of("decision", decision));
    }

    public Api.Answer decide(Api by, String reviewId, Map<String, ?> decision) {
        return by.post("/api/v1/reviews/%s/decisions".formatted(reviewId), decision);
    }

    public JsonNode read(Api by, String reviewId) {
        return by.get("/api/v1/reviews/" + reviewId).expect(200);
    }

    public Api.Answer publish() {
        return author.post("/api/v1/courses/%s/publications".formatted(courseId));
    }

    public Api.Answer comment(Api by, String reviewId, Map<String, ?> comment) {
        return by.post("/api/v1/reviews/%s/comments".formatted(reviewId), comment);
    }

    public Api.Answer resolve(Api by, String reviewId, String commentId, boolean resolved) {
        return by.put(
                "/api/v1/reviews/%s/comments/%s/resolution".formatted(reviewId, commentId),
                Map.of("resolved", resolved));
    }

    /** How each part stands, by title. */
    public static String standing(JsonNode review, String title) {
        return review.path("parts")
                .valueStream()
                .filter(part -> part.path("title").asString().equals(title))
                .map(part -> part.path("standing").asString())
                .findFirst()
                .orElse("none");
    }

    /** The kinds of notices that somebody has about what is found under this link. */
    public static List<String> notices(Api person, String reviewId) {
        return person.get("/api/v1/me/notices?limit=200")
                .expect(200)
                .path("items")
                .valueStream()
                .filter(notice -> notice.path("link").asString().equals("/api/v1/reviews/" + reviewId))
                .map(notice -> notice.path("kind").asString())
                .toList();
    }

    /** What the trail says of a review, oldest first. */
    public List<String> trail(String reviewId) {
        return admin.get("/api/v1/audit?subjectId=" + reviewId)
                .expect(200)
                .path("items")
                .valueStream()
                .map(entry -> entry.path("action").asString())
                .toList()
                .reversed();
    }
}
