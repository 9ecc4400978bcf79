package academy.artisan.lms.progress;

import java.time.Duration;
import java.time.Instant;

import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.course.LessonId;
import academy.artisan.lms.course.VideoId;
import academy.artisan.lms.enrolment.EnrolmentId;
import academy.artisan.lms.identity.PersonId;
import academy.artisan.lms.progress.policy.WatchPolicy;
import org.jspecify.annotations.Nullable;

/**
 * What a signed playback token says: it alone proves who watches what, so that neither a heartbeat nor a playlist needs
 * the database.
 *
 * @param lessonId the id under which progress in the lesson is kept
 * @param videoId null when the lesson is not a video
 * @param durationSeconds how many seconds can be covered
 * @param policy what is asked of who watches
 * @param openedAt when the playback began, however often its token was renewed
 * @param isPreview whether a video is only looked over: there is no such enrolment and nothing is credited
 */
public record PlaybackToken(
        PlaybackId playbackId,
        PersonId learner,
        EnrolmentId enrolmentId,
        CourseId courseId,
        LessonId lessonId,
        @Nullable VideoId videoId,
        int durationSeconds,
        WatchPolicy policy,
        Instant openedAt,
        Instant expiresAt,
        boolean isPreview) {

    /** For somebody who looks a video over without taking a course: no playback is on record, only the time counts. */
    public static PlaybackToken preview(
            PersonId viewer, VideoId videoId, Duration length, Instant openedAt, Instant expiresAt) {
        return new PlaybackToken(
                PlaybackId.next(),
                viewer,
                EnrolmentId.next(),
                CourseId.next(),
                LessonId.next(),
                videoId,
                (int) length.toSeconds(),
                WatchPolicy.ofRate(0),
                openedAt,
                expiresAt,
                true);
    }

    /** The same playback in this time. */
    public PlaybackToken during(Instant opening, Instant expiry) {
        return with(policy, opening, expiry);
    }

    /** The same playback for longer, under the policy of now. */
    public PlaybackToken renewed(WatchPolicy now, Instant expiry) {
        return with(now, openedAt, expiry);
    }

    private PlaybackToken with(WatchPolicy asked, Instant opening, Instant expiry) {
        return new PlaybackToken(
                playbackId,
                learner,
                enrolmentId,
                courseId,
                lessonId,
                videoId,
                durationSeconds,
                asked,
                opening,
                expiry,
                isPreview);
    }
}
