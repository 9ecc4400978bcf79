package academy.artisan.lms.media.upload;

import academy.artisan.lms.course.VideoId;
import academy.artisan.lms.media.usage.MediaInUse;
import academy.artisan.lms.media.usage.Usage;

/** A course shows this video, so it stays. */
final class VideoInUse extends MediaInUse {

    VideoInUse(VideoId videoId, Usage usage) {
        super("Video " + videoId, usage);
    }
}
