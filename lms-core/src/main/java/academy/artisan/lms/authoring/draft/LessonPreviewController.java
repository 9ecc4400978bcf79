package academy.artisan.lms.authoring.draft;

import academy.artisan.lms.course.ArticleText;
import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.course.FileLibrary;
import academy.artisan.lms.course.LessonContent;
import academy.artisan.lms.course.LessonId;
import academy.artisan.lms.course.LessonKind;
import academy.artisan.lms.course.VideoLibrary;
import academy.artisan.lms.identity.Caller;
import academy.artisan.lms.support.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** A lesson of a draft as learners would see it, for authors and for who reviews the course; nothing is credited. */
@RestController
class LessonPreviewController {

    /**
     * What a lesson shows; nothing where it still lacks it.
     *
     * @param playlistUrl of a video: the HLS master playlist, on this address
     * @param html of an article
     * @param documentUrl of a document, valid for a while
     */
    record Preview(
            LessonId lessonId,
            String title,
            LessonKind kind,
            @Nullable String playlistUrl,
            @Nullable String html,
            @Nullable String documentUrl) {}

    private final Drafting drafting;
    private final VideoLibrary videos;
    private final FileLibrary files;

    LessonPreviewController(Drafting drafting, VideoLibrary videos, FileLibrary files) {
        this.drafting = drafting;
        this.videos = videos;
        this.files = files;
    }

    @GetMapping("/api/v1/courses/{courseId}/draft/lessons/{lessonId}/preview")
    Preview preview(Caller caller, @PathVariable CourseId courseId, @PathVariable LessonId lessonId) {
        var lesson = drafting.read(caller, courseId)
                .content()
                .lessons()
                .filter(known -> known.id().equals(lessonId))
                .findFirst()
                .orElseThrow(() -> new NotFound("lesson", lessonId));
        return switch (lesson) {
            case LessonContent.OfVideo video -> {
                var id = video.videoId();
                yield show(lesson, id == null ? null : videos.previewUrl(id, caller.personId()), null, null);
            }
            case LessonContent.OfArticle article -> {
                var text = article.text();
                yield show(lesson, null, text == null ? null : ArticleText.toHtml(text), null);
            }
            case LessonContent.OfDocument document -> {
                var id = document.documentId();
                yield show(lesson, null, null, id == null ? null : files.readUrl(id));
            }
        };
    }

    private static Preview show(
            LessonContent lesson, @Nullable String playlistUrl, @Nullable String html, @Nullable String documentUrl) {
        return new Preview(lesson.id(), lesson.title(), lesson.kind(), playlistUrl, html, documentUrl);
    }
}
