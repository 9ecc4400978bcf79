package academy.artisan.lms.media.upload;

import academy.artisan.lms.course.VideoId;
import academy.artisan.lms.support.Problem;

/** The upload of this video is over, so that its parts can be neither changed nor thrown away. */
final class UploadEnded extends Problem {

    UploadEnded(VideoId videoId) {
        super(Kind.CONFLICT, "The upload of video %s is over".formatted(videoId));
    }
}
