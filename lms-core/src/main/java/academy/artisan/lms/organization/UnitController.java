package academy.artisan.lms.organization;

import academy.artisan.lms.identity.Caller;
import academy.artisan.lms.identity.PersonId;
import academy.artisan.lms.identity.Role;
import academy.artisan.lms.support.NotAllowed;
import academy.artisan.lms.support.Page;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The unit tree and its members: administrators change it, whoever has a role finds units in it. */
@RestController
@RequestMapping("/api/v1/units")
class UnitController {

    /** @param parentId the unit above; none for a root */
    record NewUnit(
            @Nullable UnitId parentId,
            @NotNull Unit.Kind kind,
            @NotBlank @Size(max = 200) String name) {}

    record Membership(@NotBlank @Size(max = 50) String staffNumber) {}

    private final Units units;
    private final UnitSearch search;

    UnitController(Units units, UnitSearch search) {
        this.units = units;
        this.search = search;
    }

    @GetMapping
    Page<UnitSearch.FoundUnit> find(
            Caller caller,
            @RequestParam(defaultValue = "") @Size(max = 200) String q,
            @RequestParam(required = false) @Size(max = 200) @Nullable String after,
            @RequestParam(defaultValue = "20") @Min(1) @Max(Page.MAX_LIMIT) int limit) {
        if (!caller.isAdmin() && !caller.hasAnywhere(Role.LEAD) && !caller.hasAnywhere(Role.AUTHOR)) {
            throw new NotAllowed("Only who makes courses may look for units");
        }
        return search.find(q.strip(), after, limit);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Unit add(Caller caller, @Valid @RequestBody NewUnit unit) {
        caller.requireAdmin();
        return units.add(unit.parentId(), unit.kind(), unit.name());
    }

    @PutMapping("/{unitId}/members/{personId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void join(
            Caller caller,
            @PathVariable UnitId unitId,
            @PathVariable PersonId personId,
            @Valid @RequestBody Membership membership) {
        caller.requireAdmin();
        units.join(unitId, personId, membership.staffNumber());
    }
}
