package academy.artisan.lms.progress.policy;

import java.math.BigDecimal;
import java.time.Instant;

import academy.artisan.lms.identity.PersonId;
import academy.artisan.lms.support.EntityTags;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

/** What a course or a unit asks for, as the API tells it. */
record DeclaredPolicy(
        @Nullable BigDecimal maxRate,
        @Nullable Boolean inOrder,
        @Nullable Boolean visibleOnly,
        WatchRules.@Nullable PresenceRule presence,
        @Nullable Integer dailyCapSeconds,
        @Nullable Instant changedAt,
        @Nullable PersonId changedBy) {

    static ResponseEntity<DeclaredPolicy> respond(DeclaredRules.Declared declared) {
        var rules = declared.rules();
        return ResponseEntity.ok()
                .eTag(EntityTags.of(declared.revision()))
                .body(new DeclaredPolicy(
                        rules.maxRate(),
                        rules.inOrder(),
                        rules.visibleOnly(),
                        rules.presence(),
                        rules.dailyCapSeconds(),
                        declared.changedAt(),
                        declared.changedBy()));
    }
}
