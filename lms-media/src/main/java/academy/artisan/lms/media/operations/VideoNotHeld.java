package academy.artisan.lms.media.operations;

import academy.artisan.lms.course.VideoId;
import academy.artisan.lms.support.Problem;

/** Processing of this video is not held, so there is nothing to give up. */
final class VideoNotHeld extends Problem {

    VideoNotHeld(VideoId videoId) {
        super(Kind.CONFLICT, "Video %s is not held".formatted(videoId));
    }
}
