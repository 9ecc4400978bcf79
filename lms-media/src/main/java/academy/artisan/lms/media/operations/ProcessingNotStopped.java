package academy.artisan.lms.media.operations;

import academy.artisan.lms.course.VideoId;
import academy.artisan.lms.support.Problem;

/** Processing of this video has neither failed nor is it held, so there is nothing to try again. */
final class ProcessingNotStopped extends Problem {

    ProcessingNotStopped(VideoId videoId) {
        super(Kind.CONFLICT, "Processing of video %s has not stopped".formatted(videoId));
    }
}
