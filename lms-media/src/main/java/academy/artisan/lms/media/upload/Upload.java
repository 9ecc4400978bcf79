package academy.artisan.lms.media.upload;

import java.util.List;

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

    /** Whether it was completed with these parts, as far as anybody can tell. */
    boolean isMadeOf(List<UploadedPart> parts) {
        return partsDigest != null
                && List.of(UploadedPart.digest(parts), UploadedPart.digest(List.of()))
                        .contains(partsDigest);
    }

    boolean isOpen() {
        return contentId == null;
    }
}
