package academy.artisan.lms.media.upload;

import java.util.Map;

import academy.artisan.lms.audit.AuditTrail;
import academy.artisan.lms.audit.Subject;
import academy.artisan.lms.authoring.TeachingGroups;
import academy.artisan.lms.course.VideoId;
import academy.artisan.lms.identity.Caller;
import academy.artisan.lms.media.usage.Usages;
import academy.artisan.lms.support.NotAllowed;
import academy.artisan.lms.support.NotFound;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Removing videos. A course that begins to show one holds its row, and whoever removes it takes the row alone before
 * asking which courses do: one of the two comes first, and the other is told.
 */
@Service
class VideoRemoval {

    private final Uploads uploads;
    private final VideoStatuses statuses;
    private final TeachingGroups groups;
    private final Usages usages;
    private final AuditTrail trail;
    private final TransactionOperations transaction;

    VideoRemoval(
            Uploads uploads,
            VideoStatuses statuses,
            TeachingGroups groups,
            Usages usages,
            AuditTrail trail,
            TransactionOperations transaction) {
        this.uploads = uploads;
        this.statuses = statuses;
        this.groups = groups;
        this.usages = usages;
        this.trail = trail;
        this.transaction = transaction;
    }

    /**
     * Gives up an upload, or throws away a video that no course shows. What never became a video, or turned out not to
     * be one, no learner can be shown: it goes in any case. Its objects follow within a minute.
     *
     * @throws VideoInUse if a course shows it
     */
    void remove(Caller caller, VideoId videoId) {
        transaction.executeWithoutResult(ignored -> forget(caller, videoId));
    }

    private void forget(Caller caller, VideoId videoId) {
        var upload = uploads.takeAlone(videoId)
                .filter(found -> groups.mayRead(caller, found.groupId()))
                .orElseThrow(() -> new NotFound("video", videoId));
        if (!groups.mayWrite(caller, upload.groupId())) {
            throw new NotAllowed("Only authors of this group may do this");
        }
        var status = statuses.find(videoId).orElseThrow();
        var usage = usages.of(caller, videoId);
        if (status.state().mayBeShown() && !usage.isNone()) {
            throw new VideoInUse(videoId, usage);
        }
        uploads.remove(upload);
        trail.record(
                caller.personId(),
                "video-removed",
                Subject.of("video", videoId, upload.groupId()),
                Map.of(
                        "fileName", status.fileName(),
                        "sizeBytes", upload.plan().sizeBytes(),
                        "state", status.state()));
    }
}
