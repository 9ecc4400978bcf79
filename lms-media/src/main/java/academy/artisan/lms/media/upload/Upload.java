package academy.artisan.lms.media.upload;

import academy.artisan.lms.course.GroupId;
import academy.artisan.lms.course.VideoId;
import academy.artisan.lms.media.content.ContentId;
import academy.artisan.lms.media.content.ContentKeys;
import org.jspecify.annotations.Nullable;

/**
 * A video from the side of its upload.
 *
 * @param contentId what it turned out to be; null while it is uploading
 * @param partsDigest what was completed; null while it is uploading
 */
record Upload(
        VideoId videoId,
        GroupId groupId,
        String uploadId,
        PartPlan plan,
        @Nullable ContentId contentId,
        @Nullable String partsDigest) {

    String key() {
        return ContentKeys.source(ContentId.of(videoId));
    }

    boolean isOpen() {
        return contentId == null;
    }
}
