package academy.artisan.lms.progress;

import java.time.Instant;

import academy.artisan.lms.course.LessonId;
import org.jspecify.annotations.Nullable;

/**
 * An opening of a lesson, as evidence.
 *
 * @param settledAt the last moment that was credited from it and is durable
 */
public record PlaybackRecord(
        PlaybackId playbackId,
        LessonId lessonId,
        Instant openedAt,
        @Nullable Instant settledAt) {}
