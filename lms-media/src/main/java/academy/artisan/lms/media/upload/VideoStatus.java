package academy.artisan.lms.media.upload;

import java.util.List;

import academy.artisan.lms.course.GroupId;
import academy.artisan.lms.course.VideoId;
import org.jspecify.annotations.Nullable;

/**
 * A video as authors see it.
 *
 * @param lengthMillis its length; null until it is ready
 * @param failure why it failed, a word such as {@code not-a-video}; null unless it failed
 */
record VideoStatus(
        VideoId videoId,
        GroupId groupId,
        String fileName,
        VideoState state,
        int progressPercent,
        @Nullable Long lengthMillis,
        @Nullable String posterKey,
        @Nullable String failure,
        List<Rendition> renditions) {

    record Rendition(String name, int width, int height, int bitsPerSecond) {}
}
