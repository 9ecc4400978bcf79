package academy.artisan.lms.course;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;

import academy.artisan.lms.identity.PersonId;
import org.jspecify.annotations.Nullable;

/** What authors and learners need to know of videos; the media module answers. */
public interface VideoLibrary {

    /**
     * Facts of one video.
     *
     * @param groupId the teaching group that owns it
     * @param length its length as measured; null until it is ready
     */
    record VideoFacts(
            VideoId id,
            GroupId groupId,
            boolean ready,
            @Nullable Duration length) {}

    /** Facts of those videos that exist, in one query. */
    Map<VideoId, VideoFacts> find(Collection<VideoId> ids);

    /** The same; none of them is removed before the transaction of the caller ends. */
    Map<VideoId, VideoFacts> hold(Collection<VideoId> ids);

    /**
     * A playlist for somebody who looks a video over without taking a course, so that nothing is credited; the path and
     * query on the application's own address, valid for some hours. Null if the video is not ready.
     */
    @Nullable String previewUrl(VideoId id, PersonId viewer);
}
