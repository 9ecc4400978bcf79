package academy.artisan.lms.planning;

import academy.artisan.lms.identity.Caller;
import academy.artisan.lms.support.EntityTags;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Single items of plans. */
@RestController
@RequestMapping("/api/v1/plan-items/{itemId}")
class PlanItemController {

    private final Planning planning;

    PlanItemController(Planning planning) {
        this.planning = planning;
    }

    @GetMapping
    ResponseEntity<PlanItemView> read(Caller caller, @PathVariable PlanItemId itemId) {
        return respond(planning.read(caller, itemId));
    }

    @PutMapping
    ResponseEntity<PlanItemView> change(
            Caller caller,
            @PathVariable PlanItemId itemId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody PlanItemForm item) {
        return respond(planning.change(caller, itemId, EntityTags.revisionIn(ifMatch), item));
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(
            Caller caller,
            @PathVariable PlanItemId itemId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        planning.remove(caller, itemId, EntityTags.revisionIn(ifMatch));
    }

    private static ResponseEntity<PlanItemView> respond(PlanItemView item) {
        return ResponseEntity.ok().eTag(EntityTags.of(item.revision())).body(item);
    }
}
