package academy.artisan.lms.media.upload;

import java.util.List;

import academy.artisan.lms.course.GroupId;
import academy.artisan.lms.course.VideoId;
import org.jspecify.annotations.Nullable;

/**
 * A video as authors see it.
 *
 * @param lengthMillis its length; null until it is ready
 * @param isHeld whether processing failed again and again, so that a person decides whether to go on
 * @param failure why it failed or is held, a word such as {@code not-a-video}; null unless it did
 */
record VideoStatus(
        VideoId videoId,
        GroupId groupId,
        String fileName,
        VideoState state,
        boolean isHeld,
        int progressPercent,
        @Nullable Long lengthMillis,
        @Nullable String posterKey,
        @Nullable String failure,
        List<Rendition> renditions) {

    /** The failure of what is held: the same whatever the reason, which is not in the video. */
    static final String HELD = "held";

    record Rendition(String name, int width, int height, int bitsPerSecond) {}
}
