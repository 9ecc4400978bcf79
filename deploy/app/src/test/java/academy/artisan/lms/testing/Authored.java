package academy.artisan.lms.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A course that is written, approved and published as often as a test wants, by people of its own. */
public record Authored(Academy academy, Api author, Api reviewer, String courseId) {

    /** A draft of one section with an article for each text. */
    public static Authored course(Academy academy, String title, String... texts) {
        var author = academy.author(0);
        var courseId = author.post(
                        "/api/v1/groups/%s/courses".formatted(academy.group(0)),
                        Map.of("title", title, "summary", "", "level", "初级", "tags", List.of()))
                .expect(201)
                .path("courseId")
                .asString();
        var course = new Authored(academy, author, academy.reviewer(1), courseId);
        var lessons = new ArrayList<Map<String, Object>>();
        for (var text : texts) {
            lessons.add(Academy.article("课 " + (lessons.size() + 1), text));
        }
        var outline = new java.util.HashMap<>(Academy.outline(title, Academy.article("课", "文")));
        outline.put("sections", List.of(Map.of("title", "章", "lessons", lessons)));
        course.save(outline);
        return course;
    }

    /** The same, published. */
    public static Authored published(Academy academy, String title, String... texts) {
        var course = course(academy, title, texts);
        course.approve();
        course.publish(Map.of()).expect(201);
        return course;
    }

    public JsonNode draft() {
        return author.get(path("draft")).expect(200);
    }

    public String lesson(int number) {
        return draft().at("/sections/0/lessons/%d/id".formatted(number)).asString();
    }

    /** Lets a lesson say something else. */
    public void rewrite(int lesson, String text) {
        var draft = draft();
        ((ObjectNode) draft.at("/sections/0/lessons/" + lesson)).put("text", text);
        save(draft);
    }

    public void addLesson(String title, String text) {
        var draft = draft();
        ((ArrayNode) draft.at("/sections/0/lessons"))
                .addObject()
                .put("title", title)
                .put("kind", "ARTICLE")
                .put("text", text);
        save(draft);
    }

    public void removeLesson(int number) {
        var draft = draft();
        ((ArrayNode) draft.at("/sections/0/lessons")).remove(number);
        save(draft);
    }

    public void save(Object outline) {
        var revision = draft().path("revision").asInt();
        author.header("If-Match", "\"%d\"".formatted(revision))
                .put(path("draft"), outline)
                .expect(200);
    }

    public void approve() {
        var review = author.post(path("reviews")).expect(201).path("reviewId").asString();
        reviewer.post("/api/v1/reviews/%s/decisions".formatted(review), Map.of("decision", "APPROVE", "comments", "好"))
                .expect(200);
    }

    public Api.Answer publish(Map<String, ?> request) {
        return author.post(path("publications"), request);
    }

    /** Approves what is written and publishes it under this policy. */
    public void revise(String learnersInProgress) {
        approve();
        publish(Map.of("learnersInProgress", learnersInProgress)).expect(201);
    }

    public String path(String below) {
        return "/api/v1/courses/%s/%s".formatted(courseId, below);
    }

    public String catalogPath() {
        return "/api/v1/catalog/courses/" + courseId;
    }

    public String enrol(Api learner) {
        return learner.post("/api/v1/enrolments", Map.of("courseId", courseId))
                .json()
                .path("enrolmentId")
                .asString();
    }

    /** Opens a lesson of the version that the learner takes. */
    public Academy.Watching open(Api learner, int lesson) {
        var enrolmentId = enrol(learner);
        var lessonId = learner.get("/api/v1/enrolments/%s/course".formatted(enrolmentId))
                .expect(200)
                .at("/sections/0/lessons/%d/id".formatted(lesson))
                .asString();
        var playback = learner.post("/api/v1/enrolments/%s/lessons/%s/playbacks".formatted(enrolmentId, lessonId))
                .expect(201);
        return new Academy.Watching(academy.nobody(), enrolmentId, lessonId, playback);
    }
}
