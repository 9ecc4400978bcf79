package academy.artisan.lms.media.operations;

import java.time.Instant;

import academy.artisan.lms.course.GroupId;
import academy.artisan.lms.course.VideoId;
import academy.artisan.lms.support.TimeCursor;
import org.jspecify.annotations.Nullable;

/**
 * The processing of a video; videos with the same content share one.
 *
 * @param isRebuild whether it is, or could not be, made anew, while what was made before is played
 * @param since when it came to where it is
 * @param attempts how often it was begun since it was last wanted
 * @param node which works on it
 * @param nextAttemptAt when it is tried again at the earliest
 * @param lastError of the last attempt that is made again, in no language
 * @param failure why it failed or is held, as a word
 */
record ProcessingJob(
        VideoId videoId,
        String fileName,
        GroupId groupId,
        JobState state,
        boolean isRebuild,
        int progressPercent,
        Instant since,
        int attempts,
        @Nullable String node,
        @Nullable Instant nextAttemptAt,
        @Nullable String lastError,
        @Nullable String failure) {

    TimeCursor cursor() {
        return new TimeCursor(since, videoId.value());
    }
}
