package academy.artisan.lms.progress.playback;

import academy.artisan.lms.identity.Caller;
import academy.artisan.lms.identity.PersonId;
import academy.artisan.lms.progress.PlaybackId;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Ending playbacks, for administrators. */
@RestController
class RevocationController {

    private final Revocations revocations;

    RevocationController(Revocations revocations) {
        this.revocations = revocations;
    }

    @DeleteMapping("/api/v1/playbacks/{playbackId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(Caller caller, @PathVariable PlaybackId playbackId) {
        revocations.revoke(caller, playbackId);
    }

    @DeleteMapping("/api/v1/people/{personId}/playbacks")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revokeAll(Caller caller, @PathVariable PersonId personId) {
        revocations.revokeAll(caller, personId);
    }
}
