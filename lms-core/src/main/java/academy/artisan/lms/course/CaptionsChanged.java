package academy.artisan.lms.course;

import java.util.UUID;

import academy.artisan.lms.support.Ids;
import org.jspecify.annotations.Nullable;

/**
 * What is said in a video can be read otherwise in this language, or not any more.
 *
 * @param changeId tells it from other news of the same captions, for of what is equal one may be taken for the other;
 *     none in what was told by earlier releases
 */
public record CaptionsChanged(
        VideoId videoId, String language, @Nullable UUID changeId) {

    public static CaptionsChanged of(VideoId videoId, String language) {
        return new CaptionsChanged(videoId, language, Ids.next());
    }
}
