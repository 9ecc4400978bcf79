package academy.artisan.lms.audit;

import java.time.Instant;
import java.util.UUID;

import academy.artisan.lms.identity.PersonId;
import academy.artisan.lms.support.Id;
import academy.artisan.lms.support.InvalidFields;
import org.jspecify.annotations.Nullable;

/**
 * Which entries are asked for; whatever is absent does not matter.
 *
 * @param from the earliest moment
 * @param to the moment before which everything lies
 */
public record AuditFilter(
        @Nullable String subjectKind,
        @Nullable UUID subjectId,
        @Nullable UUID groupId,
        @Nullable String action,
        @Nullable PersonId personId,
        @Nullable Instant from,
        @Nullable Instant to) {

    /** What words for actions and kinds look like. */
    public static final String WORD = "[a-z][a-z0-9]{0,49}(-[a-z0-9]{1,50}){0,9}";

    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    public AuditFilter {
        requireWithinReason("from", from);
        requireWithinReason("to", to);
        if (from != null && to != null && to.isBefore(from)) {
            throw new InvalidFields("to", "Order", "is before from");
        }
    }

    public AuditFilter in(Id group) {
        return new AuditFilter(subjectKind, subjectId, group.value(), action, personId, from, to);
    }

    private static void requireWithinReason(String field, @Nullable Instant moment) {
        if (moment != null && (moment.isBefore(Instant.EPOCH) || moment.isAfter(LATEST))) {
            throw new InvalidFields(field, "Range", "must be between 1970 and 9999");
        }
    }
}
