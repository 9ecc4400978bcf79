package academy.artisan.lms.course;

import java.time.Instant;

import academy.artisan.lms.identity.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Evidence that content was approved.
 *
 * @param stage a word for the stage of review that was passed
 * @param digest SHA-256 (hex) of the content that was seen
 * @param revision of the draft that was seen, where it is on record
 * @param groupName the teaching group for which the approver spoke; null for the academy
 */
public record Approval(
        String stage,
        PersonId by,
        Instant at,
        String digest,
        @Nullable Integer revision,
        @Nullable String groupName) {}
