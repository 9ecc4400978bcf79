package academy.artisan.lms.search.passage;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import academy.artisan.lms.course.CourseAttributes;
import academy.artisan.lms.course.CourseContent;
import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.course.LearnersInProgress;
import academy.artisan.lms.course.LessonContent;
import academy.artisan.lms.course.LessonId;
import academy.artisan.lms.course.Publishing;
import academy.artisan.lms.course.SectionId;
import academy.artisan.lms.course.VideoId;
import academy.artisan.lms.identity.PersonId;
import academy.artisan.lms.testing.Academy;
import academy.artisan.lms.testing.Api;

/** A course of a video with captions and an article; nobody waits for the video itself. */
record Lecture(Api author, CourseId courseId, VideoId videoId) {

    private static final String VIDEO = "平板对接";
    private static final String ARTICLE = "操作规程";

    /** Stands nowhere else, and is one word however it is cut. */
    static String word() {
        return UUID.randomUUID()
                .toString()
                .replace("-", "")
                .chars()
                .mapToObj(digit -> String.valueOf((char) ('g' + Character.digit(digit, 16))))
                .collect(Collectors.joining());
    }

    /** A draft that is not published. */
    static Lecture draft(Academy academy, String title) {
        var author = academy.author(0);
        var courseId = CourseId.of(academy.draft(author, 0, title, "草稿"));
        var video = author.post(
                        "/api/v1/videos",
                        Map.of("groupId", academy.group(0).toString(), "fileName", "a.mp4", "sizeBytes", 9))
                .expect(201);
        return new Lecture(author, courseId, VideoId.of(video.path("videoId").asString()));
    }

    /** In one language, in place of what was there. */
    void say(String language, String webVtt) {
        var answer = author.putFile(path(language), "text/vtt", webVtt.getBytes(StandardCharsets.UTF_8));
        if (answer.status() >= 300) {
            throw new AssertionError(answer.text());
        }
    }

    void saySomethingElse(String language, String before, String after) {
        say(language, author.get(path(language)).text().replace(before, after));
    }

    void sayNothing(String language) {
        author.delete(path(language)).expect(204);
    }

    private String path(String language) {
        return "/api/v1/videos/%s/captions/%s".formatted(videoId, language);
    }

    /** As if it had been approved. */
    void publish(Publishing publishing, Academy academy, String title, String article) {
        var video = new LessonContent.OfVideo(LessonId.next(), VIDEO, null, videoId);
        var section = new CourseContent.SectionContent(
                SectionId.next(),
                "章",
                List.of(video, new LessonContent.OfArticle(LessonId.next(), ARTICLE, null, article)));
        var content = CourseContent.of(CourseAttributes.of(title, "", "初级", List.of()), List.of(section));
        publishing.publish(
                new Publishing.Approved(
                        courseId, academy.group(0), "教研组", "领域", content, Map.of(video.id(), 600), List.of()),
                new Publishing.Terms(PersonId.next(), LearnersInProgress.KEEP, null));
    }
}
