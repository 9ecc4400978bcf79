package academy.artisan.lms.course;

import java.time.Duration;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** One step of a published course: a closed set of kinds, so that the compiler asks where a new one must be handled. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Lesson.Video.class, name = "VIDEO"),
    @JsonSubTypes.Type(value = Lesson.Article.class, name = "ARTICLE")
})
public sealed interface Lesson {

    LessonId id();

    String title();

    /** How many seconds can be credited: the whole seconds of a video, the reading time of an article. */
    int durationSeconds();

    /** A video to watch. */
    record Video(LessonId id, String title, VideoId videoId, int durationSeconds) implements Lesson {}

    /** A text to read, in Markdown. */
    record Article(LessonId id, String title, String text) implements Lesson {

        private static final int CHARACTERS_PER_MINUTE = 400;

        @Override
        public int durationSeconds() {
            return Math.max(10, Math.ceilDiv(text.length() * 60, CHARACTERS_PER_MINUTE));
        }
    }

    default Duration duration() {
        return Duration.ofSeconds(durationSeconds());
    }
}
