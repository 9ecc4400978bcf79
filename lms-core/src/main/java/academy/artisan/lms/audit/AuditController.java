package academy.artisan.lms.audit;

import java.time.Instant;
import java.util.UUID;

import academy.artisan.lms.identity.Caller;
import academy.artisan.lms.identity.PersonId;
import academy.artisan.lms.support.Page;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The whole trail, for administrators. */
@RestController
class AuditController {

    private final AuditTrail trail;

    AuditController(AuditTrail trail) {
        this.trail = trail;
    }

    @GetMapping("/api/v1/audit")
    Page<AuditEntry> read(
            Caller caller,
            @RequestParam(required = false) @Nullable @Pattern(regexp = AuditFilter.WORD) String subjectKind,
            @RequestParam(required = false) @Nullable UUID subjectId,
            @RequestParam(required = false) @Nullable UUID groupId,
            @RequestParam(required = false) @Nullable @Pattern(regexp = AuditFilter.WORD) String action,
            @RequestParam(required = false) @Nullable PersonId personId,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Page.MAX_LIMIT) int limit) {
        caller.requireAdmin();
        return trail.read(new AuditFilter(subjectKind, subjectId, groupId, action, personId, from, to), after, limit);
    }
}
