package academy.artisan.lms.completion;

import academy.artisan.lms.enrolment.EnrolmentId;
import academy.artisan.lms.identity.Caller;
import academy.artisan.lms.progress.PlaybackId;
import academy.artisan.lms.progress.PlaybackRecord;
import academy.artisan.lms.support.Page;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** All playbacks of an enrolment with what they were credited and refused. */
@RestController
class PlaybackEvidenceController {

    private static final int MOST = 50;

    private final PlaybackEvidence evidence;

    PlaybackEvidenceController(PlaybackEvidence evidence) {
        this.evidence = evidence;
    }

    @GetMapping("/api/v1/enrolments/{enrolmentId}/playbacks")
    Page<PlaybackRecord> playbacks(
            Caller caller,
            @PathVariable EnrolmentId enrolmentId,
            @RequestParam(required = false) @Nullable PlaybackId after,
            @RequestParam(defaultValue = "20") @Min(1) @Max(MOST) int limit) {
        return evidence.page(caller, enrolmentId, after, limit);
    }
}
