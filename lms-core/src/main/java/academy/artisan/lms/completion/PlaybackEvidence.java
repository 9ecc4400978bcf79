package academy.artisan.lms.completion;

import java.util.List;
import java.util.Map;

import academy.artisan.lms.audit.AuditTrail;
import academy.artisan.lms.audit.Subject;
import academy.artisan.lms.enrolment.Enrolment;
import academy.artisan.lms.enrolment.EnrolmentId;
import academy.artisan.lms.enrolment.Enrolments;
import academy.artisan.lms.identity.Caller;
import academy.artisan.lms.progress.PlaybackId;
import academy.artisan.lms.progress.PlaybackRecord;
import academy.artisan.lms.progress.Progress;
import academy.artisan.lms.support.NotFound;
import academy.artisan.lms.support.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows the evidence of an enrolment to its learner, and to administrators, whose look is noted. */
@Service
class PlaybackEvidence {

    private final Enrolments enrolments;
    private final Progress progress;
    private final AuditTrail trail;

    PlaybackEvidence(Enrolments enrolments, Progress progress, AuditTrail trail) {
        this.enrolments = enrolments;
        this.progress = progress;
        this.trail = trail;
    }

    /** Newest first. */
    @Transactional
    public Page<PlaybackRecord> page(Caller caller, EnrolmentId id, @Nullable PlaybackId after, int limit) {
        var enrolment = readable(caller, id);
        if (!enrolment.learner().equals(caller.personId())) {
            trail.record(
                    caller.personId(),
                    "evidence-viewed",
                    Subject.of("enrolment", id),
                    Map.of("personId", enrolment.learner().toString()));
        }
        return Page.cut(
                progress.playbacksBefore(id, after, limit + 1),
                limit,
                playback -> playback.playbackId().toString());
    }

    private Enrolment readable(Caller caller, EnrolmentId id) {
        if (!caller.isAdmin()) {
            return enrolments.get(caller, id);
        }
        return enrolments.find(List.of(id)).stream().findFirst().orElseThrow(() -> new NotFound("enrolment", id));
    }
}
