package academy.artisan.lms.audit;

import java.time.Instant;
import java.util.UUID;

import academy.artisan.lms.identity.PersonId;
import academy.artisan.lms.support.TimeCursor;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One thing that was done.
 *
 * @param personId who did it; nobody if the platform did it by itself
 * @param personName the name of that person today
 * @param action what was done, in kebab case: {@code review-approved}
 */
public record AuditEntry(
        UUID id,
        Instant at,
        @Nullable PersonId personId,
        @Nullable String personName,
        String action,
        String subjectKind,
        UUID subjectId,
        @Nullable UUID groupId,
        JsonNode details) {

    TimeCursor cursor() {
        return new TimeCursor(at, id);
    }

    AuditEntry by(@Nullable String name) {
        return new AuditEntry(id, at, personId, name, action, subjectKind, subjectId, groupId, details);
    }
}
