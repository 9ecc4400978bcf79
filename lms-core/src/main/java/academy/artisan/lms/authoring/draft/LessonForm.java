package academy.artisan.lms.authoring.draft;

import academy.artisan.lms.course.FileId;
import academy.artisan.lms.course.LessonContent;
import academy.artisan.lms.course.LessonId;
import academy.artisan.lms.course.LessonKind;
import academy.artisan.lms.course.VideoId;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A lesson as an author sends it; of what it shows, only what its kind has is kept.
 *
 * @param id null for a new one
 * @param required whether the course is completed only with this lesson; null means yes
 * @param text of an ARTICLE, in Markdown
 */
record LessonForm(
        @Nullable LessonId id,
        @NotBlank @Size(max = 200) String title,
        @NotNull LessonKind kind,
        @Nullable Boolean required,
        @Nullable VideoId videoId,
        @Nullable @Size(max = 100_000) String text,
        @Nullable FileId documentId) {

    static LessonForm of(LessonContent lesson) {
        return switch (lesson) {
            case LessonContent.OfVideo video -> form(video, video.videoId(), null, null);
            case LessonContent.OfArticle article -> form(article, null, article.text(), null);
            case LessonContent.OfDocument document -> form(document, null, null, document.documentId());
        };
    }

    private static LessonForm form(
            LessonContent lesson, @Nullable VideoId videoId, @Nullable String text, @Nullable FileId documentId) {
        return new LessonForm(
                lesson.id(), lesson.title(), lesson.kind(), lesson.mustBeCompleted(), videoId, text, documentId);
    }

    LessonContent toContent(LessonId lessonId) {
        return switch (kind) {
            case VIDEO -> new LessonContent.OfVideo(lessonId, title, required, videoId);
            case ARTICLE -> new LessonContent.OfArticle(lessonId, title, required, text);
            case DOCUMENT -> new LessonContent.OfDocument(lessonId, title, required, documentId);
        };
    }
}
