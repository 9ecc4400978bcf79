package academy.artisan.lms.authoring.draft;

import java.util.UUID;

import org.springframework.http.ResponseEntity;

/**
 * The answer to a change of a part. Others may have changed other parts meanwhile, so it names no revision of the
 * draft.
 *
 * @param partId what was added, changed, moved or removed
 * @param etag of the part by now; good for this part only
 * @param digest SHA-256 (hex) of the draft's content by now
 */
record SavedDraft(UUID partId, String etag, String digest, DraftState state) {

    static ResponseEntity<SavedDraft> answer(UUID partId, CourseDraft draft) {
        var saved = of(partId, draft);
        return ResponseEntity.ok().eTag(saved.etag()).body(saved);
    }

    static SavedDraft of(UUID partId, CourseDraft draft) {
        return new SavedDraft(partId, PartTag.of(partId, draft.revision()), draft.digest(), draft.state());
    }
}
