package academy.artisan.lms.media.upload;

import academy.artisan.lms.course.GroupId;
import academy.artisan.lms.course.VideoId;
import academy.artisan.lms.media.storage.VideoKeys;
import org.jspecify.annotations.Nullable;

/**
 * A video from the side of its upload.
 *
 * @param partsDigest what was completed; null while it is uploading
 */
record Upload(
        VideoId videoId,
        GroupId groupId,
        String uploadId,
        PartPlan plan,
        VideoState state,
        @Nullable String partsDigest) {

    String key() {
        return VideoKeys.source(videoId);
    }

    boolean isOpen() {
        return state == VideoState.UPLOADING;
    }
}
