package academy.artisan.lms.course;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.jspecify.annotations.Nullable;

/**
 * A lesson as written: a closed set of kinds, so that the compiler asks where a new one must be handled. A draft may
 * still lack what the lesson shows.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.EXISTING_PROPERTY, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = LessonContent.OfVideo.class, name = "VIDEO"),
    @JsonSubTypes.Type(value = LessonContent.OfArticle.class, name = "ARTICLE"),
    @JsonSubTypes.Type(value = LessonContent.OfDocument.class, name = "DOCUMENT")
})
public sealed interface LessonContent {

    LessonId id();

    String title();

    /** Whether the course is completed only with this lesson; absent means yes. */
    @Nullable Boolean required();

    @JsonProperty
    LessonKind kind();

    /** The same lesson under another id. */
    LessonContent as(LessonId id);

    default boolean mustBeCompleted() {
        return required() == null;
    }

    /** One form only, so that equal content is equal: null for yes, false for no. */
    private static @Nullable Boolean onlyNo(@Nullable Boolean required) {
        return Boolean.FALSE.equals(required) ? false : null;
    }

    /** A video to watch. */
    record OfVideo(
            LessonId id,
            String title,
            @Nullable Boolean required,
            @Nullable VideoId videoId) implements LessonContent {

        public OfVideo {
            required = onlyNo(required);
        }

        @Override
        public LessonKind kind() {
            return LessonKind.VIDEO;
        }

        @Override
        public LessonContent as(LessonId other) {
            return new OfVideo(other, title, required, videoId);
        }
    }

    /** A text to read, in Markdown. */
    record OfArticle(
            LessonId id,
            String title,
            @Nullable Boolean required,
            @Nullable String text) implements LessonContent {

        public OfArticle {
            required = onlyNo(required);
        }

        @Override
        public LessonKind kind() {
            return LessonKind.ARTICLE;
        }

        @Override
        public LessonContent as(LessonId other) {
            return new OfArticle(other, title, required, text);
        }
    }

    /** A document to read: PDF, PPTX, DOCX or XLSX. */
    record OfDocument(
            LessonId id,
            String title,
            @Nullable Boolean required,
            @Nullable FileId documentId) implements LessonContent {

        public OfDocument {
            required = onlyNo(required);
        }

        @Override
        public LessonKind kind() {
            return LessonKind.DOCUMENT;
        }

        @Override
        public LessonContent as(LessonId other) {
            return new OfDocument(other, title, required, documentId);
        }
    }
}
