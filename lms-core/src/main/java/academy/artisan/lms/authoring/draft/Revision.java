package academy.artisan.lms.authoring.draft;

import java.time.Instant;
import java.util.Map;

import academy.artisan.lms.authoring.outline.Change;
import academy.artisan.lms.identity.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A saved revision of a draft.
 *
 * @param changes how many parts were changed in which way against the revision before
 */
record Revision(
        int revision,
        PersonId savedBy,
        Instant savedAt,
        @Nullable String message,
        Map<Change.Type, Integer> changes) {}
