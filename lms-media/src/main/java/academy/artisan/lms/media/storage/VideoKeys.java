package academy.artisan.lms.media.storage;

import java.util.UUID;

import academy.artisan.lms.course.VideoId;

/** Where the objects of a video lie: the source, and what one run of the transcoder made of it. */
public final class VideoKeys {

    private VideoKeys() {}

    public static String prefix(VideoId video) {
        return "videos/%s/".formatted(video);
    }

    public static String source(VideoId video) {
        return prefix(video) + "source";
    }

    public static String run(VideoId video, UUID run) {
        return prefix(video) + run + "/";
    }
}
