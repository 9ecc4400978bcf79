package academy.artisan.lms.media.operations;

import java.util.HashMap;

import academy.artisan.lms.audit.AuditTrail;
import academy.artisan.lms.audit.Subject;
import academy.artisan.lms.authoring.TeachingGroups;
import academy.artisan.lms.course.VideoId;
import academy.artisan.lms.identity.Caller;
import academy.artisan.lms.media.operations.UploadedVideos.Uploaded;
import academy.artisan.lms.media.transcode.TranscodingQueue;
import academy.artisan.lms.support.NotAllowed;
import academy.artisan.lms.support.NotFound;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What authors of the group, and administrators, decide of processing that has stopped. */
@Service
class ProcessingDecisions {

    private final UploadedVideos videos;
    private final TranscodingQueue queue;
    private final TeachingGroups groups;
    private final AuditTrail trail;

    ProcessingDecisions(UploadedVideos videos, TranscodingQueue queue, TeachingGroups groups, AuditTrail trail) {
        this.videos = videos;
        this.queue = queue;
        this.groups = groups;
        this.trail = trail;
    }

    /**
     * Has a video tried again.
     *
     * @throws ProcessingNotStopped if it has neither failed nor is it held
     */
    @Transactional
    public void retry(Caller caller, VideoId videoId) {
        var video = writable(caller, videoId);
        if (video.contentId() == null || !queue.tryAgain(video.contentId())) {
            throw new ProcessingNotStopped(videoId);
        }
        record(caller, video, "video-retried");
    }

    /**
     * Decides that a video that is held has failed for good, or that one that could not be made anew stays as it is.
     *
     * @throws VideoNotHeld if there is nothing to give up
     */
    @Transactional
    public void abandon(Caller caller, VideoId videoId) {
        var video = writable(caller, videoId);
        if (video.contentId() == null || !queue.giveUp(video.contentId())) {
            throw new VideoNotHeld(videoId);
        }
        record(caller, video, "video-abandoned");
    }

    private void record(Caller caller, Uploaded video, String action) {
        var details = new HashMap<String, Object>();
        details.put("from", video.state());
        details.put("failure", video.failure());
        trail.record(caller.personId(), action, Subject.of("video", video.videoId(), video.groupId()), details);
    }

    private Uploaded writable(Caller caller, VideoId videoId) {
        var video = videos.find(videoId)
                .filter(found -> groups.mayRead(caller, found.groupId()))
                .orElseThrow(() -> new NotFound("video", videoId));
        if (!groups.mayWrite(caller, video.groupId())) {
            throw new NotAllowed("Only authors of this group may do this");
        }
        return video;
    }
}
