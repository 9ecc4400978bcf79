package academy.artisan.lms.authoring.group;

import java.time.Instant;
import java.util.UUID;

import academy.artisan.lms.audit.AuditEntry;
import academy.artisan.lms.audit.AuditFilter;
import academy.artisan.lms.audit.AuditTrail;
import academy.artisan.lms.authoring.TeachingGroups;
import academy.artisan.lms.course.GroupId;
import academy.artisan.lms.identity.Caller;
import academy.artisan.lms.identity.PersonId;
import academy.artisan.lms.support.Page;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What was done in a group, for its leads. */
@RestController
class GroupAuditController {

    private final TeachingGroups groups;
    private final AuditTrail trail;

    GroupAuditController(TeachingGroups groups, AuditTrail trail) {
        this.groups = groups;
        this.trail = trail;
    }

    @GetMapping("/api/v1/groups/{groupId}/audit")
    Page<AuditEntry> read(
            Caller caller,
            @PathVariable GroupId groupId,
            @RequestParam(required = false) @Nullable @Pattern(regexp = AuditFilter.WORD) String subjectKind,
            @RequestParam(required = false) @Nullable UUID subjectId,
            @RequestParam(required = false) @Nullable @Pattern(regexp = AuditFilter.WORD) String action,
            @RequestParam(required = false) @Nullable PersonId personId,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Page.MAX_LIMIT) int limit) {
        groups.requireLead(caller, groupId);
        var filter = new AuditFilter(subjectKind, subjectId, null, action, personId, from, to);
        return trail.read(filter.in(groupId), after, limit);
    }
}
