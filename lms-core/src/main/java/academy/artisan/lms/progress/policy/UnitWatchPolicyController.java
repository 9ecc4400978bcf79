package academy.artisan.lms.progress.policy;

import academy.artisan.lms.identity.Caller;
import academy.artisan.lms.organization.UnitId;
import academy.artisan.lms.support.EntityTags;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a unit asks of its people, whatever they watch; for HR of the unit or above it. */
@RestController
@RequestMapping("/api/v1/hr/units/{unitId}/watch-policy")
class UnitWatchPolicyController {

    private final Declaring declaring;
    private final InForce inForce;

    UnitWatchPolicyController(Declaring declaring, InForce inForce) {
        this.declaring = declaring;
        this.inForce = inForce;
    }

    @GetMapping
    ResponseEntity<DeclaredPolicy> read(Caller caller, @PathVariable UnitId unitId) {
        return DeclaredPolicy.respond(declaring.read(caller, unitId));
    }

    @PutMapping
    ResponseEntity<DeclaredPolicy> change(
            Caller caller,
            @PathVariable UnitId unitId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody WatchRules rules) {
        return DeclaredPolicy.respond(declaring.change(caller, unitId, EntityTags.revisionIn(ifMatch), rules));
    }

    @GetMapping("/in-force")
    PolicyInForce inForce(Caller caller, @PathVariable UnitId unitId) {
        return inForce.of(caller, unitId);
    }
}
