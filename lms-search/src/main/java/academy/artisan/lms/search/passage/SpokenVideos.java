package academy.artisan.lms.search.passage;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

import academy.artisan.lms.course.CaptionLibrary.Track;
import academy.artisan.lms.course.VideoId;
import org.jspecify.annotations.Nullable;

/** Cuts track after track, and hands on what is said in a video as soon as all of it was read. */
final class SpokenVideos {

    private final BiConsumer<VideoId, List<Talk>> next;
    private final List<Talk> talks = new ArrayList<>();
    private @Nullable VideoId video;

    SpokenVideos(BiConsumer<VideoId, List<Talk>> next) {
        this.next = next;
    }

    /** Those of a video follow each other. */
    void read(Track track) {
        if (!track.videoId().equals(video)) {
            end();
            video = track.videoId();
        }
        talks.add(Talk.of(track));
    }

    void end() {
        if (video != null) {
            next.accept(video, List.copyOf(talks));
        }
        talks.clear();
    }
}
