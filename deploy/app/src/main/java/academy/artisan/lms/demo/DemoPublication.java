package academy.artisan.lms.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import academy.artisan.lms.course.GroupId;
import academy.artisan.lms.demo.DemoCourse.Article;
import academy.artisan.lms.demo.DemoCourse.Lesson;
import academy.artisan.lms.demo.DemoCourse.Video;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** Takes a course along the road that every course takes: draft, review by another, publication. */
@Component
@ConditionalOnBooleanProperty("lms.demo")
class DemoPublication {

    private final DemoMade made;

    DemoPublication(DemoMade made) {
        this.made = made;
    }

    boolean isDone(DemoApi author, DemoCourse course) {
        return made.find(nameOf(course))
                .filter(id -> author.exists("/api/v1/catalog/courses/" + id))
                .isPresent();
    }

    /** @param videoIds by the title of the lesson */
    void publish(DemoApi author, DemoApi reviewer, GroupId group, DemoCourse course, Map<String, String> videoIds) {
        var address = "/api/v1/courses/" + made.find(nameOf(course)).orElseGet(() -> begin(author, group, course));
        var draft = new java.util.HashMap<>(factsOf(course));
        draft.put("sections", sections(course, videoIds));
        author.replace(address + "/draft", draft);
        var review = author.post(address + "/reviews", Map.of());
        reviewer.post(
                "/api/v1/reviews/%s/decisions".formatted(review.get("reviewId").asString()),
                Map.of("decision", "APPROVE", "comments", "内容准确，可以发布。"));
        author.post(address + "/publications", Map.of());
    }

    private String begin(DemoApi author, GroupId group, DemoCourse course) {
        var id = author.post("/api/v1/groups/%s/courses".formatted(group), factsOf(course))
                .get("courseId")
                .asString();
        made.note(nameOf(course), id);
        return id;
    }

    private static Map<String, Object> factsOf(DemoCourse course) {
        return Map.of(
                "title", course.title(), "summary", course.summary(), "level", course.level(), "tags", course.tags());
    }

    private static List<Map<String, Object>> sections(DemoCourse course, Map<String, String> videoIds) {
        var sections = new ArrayList<Map<String, Object>>();
        for (var section : course.sections()) {
            var lessons = section.lessons().stream()
                    .map(lesson -> lesson(lesson, videoIds))
                    .toList();
            sections.add(Map.of("title", section.title(), "lessons", lessons));
        }
        return sections;
    }

    private static Map<String, String> lesson(Lesson lesson, Map<String, String> videoIds) {
        return switch (lesson) {
            case Article article -> Map.of("title", article.title(), "kind", "ARTICLE", "text", article.text());
            case Video video ->
                Map.of("title", video.title(), "kind", "VIDEO", "videoId", videoIds.getOrDefault(video.title(), ""));
        };
    }

    private static String nameOf(DemoCourse course) {
        return "course " + course.name();
    }
}
