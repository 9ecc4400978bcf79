package academy.artisan.lms.course.sharing;

import java.time.Instant;
import java.util.List;

import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.identity.Caller;
import academy.artisan.lms.identity.PersonId;
import academy.artisan.lms.organization.UnitId;
import academy.artisan.lms.organization.Units;
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

/** Who may open a course. */
@RestController
@RequestMapping("/api/v1/courses/{courseId}/sharing")
class SharingController {

    record NamedUnit(UnitId id, String name) {}

    /** @param mayChange whether the caller may say otherwise */
    record CourseSharing(
            boolean everyone,
            List<UnitId> unitIds,
            List<NamedUnit> units,
            boolean mayChange,
            @Nullable Instant changedAt,
            @Nullable PersonId changedBy) {}

    private final Sharing sharing;
    private final Units units;

    SharingController(Sharing sharing, Units units) {
        this.sharing = sharing;
        this.units = units;
    }

    @GetMapping
    ResponseEntity<CourseSharing> read(Caller caller, @PathVariable CourseId courseId) {
        return respond(sharing.read(caller, courseId), sharing.mayChange(caller, courseId));
    }

    @PutMapping
    ResponseEntity<CourseSharing> change(
            Caller caller,
            @PathVariable CourseId courseId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody SharingWish wish) {
        return respond(sharing.change(caller, courseId, EntityTags.revisionIn(ifMatch), wish), true);
    }

    private ResponseEntity<CourseSharing> respond(Shares.Share share, boolean mayChange) {
        var ids = share.with().unitIds();
        var names = units.names(ids);
        return ResponseEntity.ok()
                .eTag(EntityTags.of(share.revision()))
                .body(new CourseSharing(
                        share.with().everyone(),
                        ids,
                        ids.stream()
                                .map(id -> new NamedUnit(id, names.getOrDefault(id, "")))
                                .toList(),
                        mayChange,
                        share.changedAt(),
                        share.changedBy()));
    }
}
