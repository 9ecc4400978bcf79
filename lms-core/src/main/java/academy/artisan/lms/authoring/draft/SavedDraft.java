package academy.artisan.lms.authoring.draft;

import java.util.UUID;

import academy.artisan.lms.support.EntityTags;
import org.springframework.http.ResponseEntity;

/**
 * The answer to a change of a part.
 *
 * @param partId what was added, changed, moved or removed
 * @param revision of the draft by now, which is also the ETag of the part
 * @param digest SHA-256 (hex) of the draft's content by now
 */
record SavedDraft(UUID partId, int revision, String digest, DraftState state) {

    static ResponseEntity<SavedDraft> answer(UUID partId, CourseDraft draft) {
        return ResponseEntity.ok().eTag(EntityTags.of(draft.revision())).body(of(partId, draft));
    }

    static SavedDraft of(UUID partId, CourseDraft draft) {
        return new SavedDraft(partId, draft.revision(), draft.digest(), draft.state());
    }
}
