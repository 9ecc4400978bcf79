package academy.artisan.lms.media.operations;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import academy.artisan.lms.audit.AuditTrail;
import academy.artisan.lms.audit.Subject;
import academy.artisan.lms.course.VideoId;
import academy.artisan.lms.identity.Caller;
import academy.artisan.lms.media.operations.UploadedVideos.Uploaded;
import academy.artisan.lms.media.transcode.Ladder;
import academy.artisan.lms.media.transcode.TranscodingQueue;
import academy.artisan.lms.support.Ids;
import academy.artisan.lms.support.InvalidFields;
import academy.artisan.lms.support.Problem.FieldError;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Making renditions anew, for administrators: after all new uploads, while what is there goes on being played. */
@Service
class Rebuilds {

    private final UploadedVideos videos;
    private final TranscodingQueue queue;
    private final Ladder ladder;
    private final AuditTrail trail;

    Rebuilds(UploadedVideos videos, TranscodingQueue queue, Ladder ladder, AuditTrail trail) {
        this.videos = videos;
        this.queue = queue;
        this.ladder = ladder;
        this.trail = trail;
    }

    /** Rebuilds all that another ladder than the current one made; answers how much was not to be rebuilt already. */
    @Transactional
    public int ofOlderLadders(Caller caller) {
        caller.requireAdmin();
        var queued = queue.rebuildOlder();
        if (queued > 0) {
            trail.record(
                    caller.personId(),
                    "videos-rebuilt",
                    new Subject("rebuild", Ids.next(), null),
                    Map.of("queued", queued, "to", ladder.name()));
        }
        return queued;
    }

    /**
     * Rebuilds these, whatever made them; answers how many contents were not to be rebuilt already.
     *
     * @throws InvalidFields naming those that are not there, or not ready
     */
    @Transactional
    public int of(Caller caller, List<VideoId> ids) {
        caller.requireAdmin();
        var found = videos.find(ids).stream().collect(Collectors.toMap(Uploaded::videoId, Function.identity()));
        requireReady(ids, found);
        var contents = found.values().stream()
                .map(video -> Objects.requireNonNull(video.contentId()))
                .distinct()
                .toList();
        var queued = queue.rebuild(contents);
        if (queued > 0) {
            found.values()
                    .forEach(video -> trail.record(
                            caller.personId(),
                            "video-rebuilt",
                            Subject.of("video", video.videoId(), video.groupId()),
                            Map.of("to", ladder.name())));
        }
        return queued;
    }

    private static void requireReady(List<VideoId> ids, Map<VideoId, Uploaded> found) {
        var errors = new ArrayList<FieldError>();
        for (var i = 0; i < ids.size(); i++) {
            var field = "videoIds[%d]".formatted(i);
            @Nullable Uploaded video = found.get(ids.get(i));
            if (video == null) {
                errors.add(new FieldError(field, "VideoMissing", "there is no such video"));
            } else if (!video.isReady()) {
                errors.add(new FieldError(field, "VideoNotReady", "the video is not ready"));
            }
        }
        if (!errors.isEmpty()) {
            throw new InvalidFields(errors);
        }
    }
}
