package academy.artisan.lms.progress;

import java.time.Instant;

import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.course.LessonId;
import academy.artisan.lms.course.VideoId;
import academy.artisan.lms.enrolment.EnrolmentId;
import academy.artisan.lms.identity.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * What a signed playback token says: it alone proves who watches what, so that neither a heartbeat nor a playlist needs
 * the database.
 *
 * @param lessonId the id under which progress in the lesson is kept
 * @param videoId null when the lesson is not a video
 * @param durationSeconds how many seconds can be covered
 * @param maxRate how many seconds may be credited per second of time
 */
public record PlaybackToken(
        PlaybackId playbackId,
        PersonId learner,
        EnrolmentId enrolmentId,
        CourseId courseId,
        LessonId lessonId,
        @Nullable VideoId videoId,
        int durationSeconds,
        double maxRate,
        Instant openedAt,
        Instant expiresAt) {}
