package academy.artisan.lms.authoring.draft;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import academy.artisan.lms.testing.Api;
import tools.jackson.databind.JsonNode;

/** One course, as an author of a test works on it. */
record DraftPath(Api author, String courseId) {

    static DraftPath create(Api author, Object groupId, String title) {
        var course = author.post(
                        "/api/v1/groups/%s/courses".formatted(groupId),
                        Map.of("title", title, "summary", "", "level", "初级", "tags", List.of("焊接")))
                .expect(201);
        return new DraftPath(author, course.path("courseId").asString());
    }

    DraftPath by(Api other) {
        return new DraftPath(other, courseId);
    }

    String path(String rest) {
        return "/api/v1/courses/%s/draft%s".formatted(courseId, rest);
    }

    JsonNode draft() {
        return author.get(path("")).expect(200);
    }

    int revision() {
        return draft().path("revision").asInt();
    }

    Api seen(int revision) {
        return author.header("If-Match", "\"%d\"".formatted(revision));
    }

    String addSection(String title) {
        return author.post(path("/sections"), Map.of("title", title))
                .expect(201)
                .path("partId")
                .asString();
    }

    String addArticle(String sectionId, String title, String text) {
        return author.post(
                        path("/sections/%s/lessons".formatted(sectionId)),
                        Map.of("title", title, "kind", "ARTICLE", "text", text))
                .expect(201)
                .path("partId")
                .asString();
    }

    Api.Answer patchLesson(String lessonId, int seen, Map<String, ?> patch) {
        return seen(seen).patch(path("/lessons/" + lessonId), patch);
    }

    /** An outline of so many sections with so many articles each. */
    static Map<String, Object> outline(String title, int sections, int lessons) {
        return Map.of(
                "title",
                title,
                "summary",
                "",
                "level",
                "初级",
                "tags",
                List.of(),
                "sections",
                IntStream.range(0, sections)
                        .mapToObj(section -> Map.of(
                                "title",
                                "章" + section,
                                "lessons",
                                IntStream.range(0, lessons)
                                        .mapToObj(lesson -> Map.of(
                                                "title",
                                                "课%d-%d".formatted(section, lesson),
                                                "kind",
                                                "ARTICLE",
                                                "text",
                                                (title + "的正文").repeat(40)))
                                        .toList()))
                        .toList());
    }
}
