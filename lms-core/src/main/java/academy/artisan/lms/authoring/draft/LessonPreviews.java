package academy.artisan.lms.authoring.draft;

import academy.artisan.lms.course.ArticleText;
import academy.artisan.lms.course.CourseContent;
import academy.artisan.lms.course.FileLibrary;
import academy.artisan.lms.course.LessonContent;
import academy.artisan.lms.course.LessonId;
import academy.artisan.lms.course.LessonKind;
import academy.artisan.lms.course.VideoLibrary;
import academy.artisan.lms.identity.PersonId;
import academy.artisan.lms.support.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows lessons as learners would see them; nothing is credited. */
@Component
public class LessonPreviews {

    /**
     * What a lesson shows; nothing where it still lacks it.
     *
     * @param playlistUrl of a video: the HLS master playlist, on this address
     * @param html of an article
     * @param documentUrl of a document, valid for a while
     */
    public record LessonPreview(
            LessonId lessonId,
            String title,
            LessonKind kind,
            @Nullable String playlistUrl,
            @Nullable String html,
            @Nullable String documentUrl) {}

    private final VideoLibrary videos;
    private final FileLibrary files;

    LessonPreviews(VideoLibrary videos, FileLibrary files) {
        this.videos = videos;
        this.files = files;
    }

    /**
     * A lesson as this content has it.
     *
     * @throws NotFound if it has no such lesson
     */
    public LessonPreview of(CourseContent content, LessonId lessonId, PersonId reader) {
        var lesson = content.lessons()
                .filter(known -> known.id().equals(lessonId))
                .findFirst()
                .orElseThrow(() -> new NotFound("lesson", lessonId));
        return switch (lesson) {
            case LessonContent.OfVideo video -> {
                var id = video.videoId();
                yield show(lesson, id == null ? null : videos.previewUrl(id, reader), null, null);
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

    private static LessonPreview show(
            LessonContent lesson, @Nullable String playlistUrl, @Nullable String html, @Nullable String documentUrl) {
        return new LessonPreview(lesson.id(), lesson.title(), lesson.kind(), playlistUrl, html, documentUrl);
    }
}
