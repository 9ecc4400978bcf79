package academy.artisan.lms.identity;

import java.util.UUID;

import academy.artisan.lms.support.Id;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Accounts and their roles, for administrators. */
@RestController
@RequestMapping("/api/v1/people")
class PeopleController {

    record NewPerson(
            @NotBlank @Pattern(regexp = "[A-Za-z0-9._-]{3,50}") String username,

            @NotBlank @Size(max = 100) String name,
            @NotBlank @Size(min = 10, max = 72) String password) {}

    /** @param scope the unit or teaching group; none for ADMIN */
    record NewGrant(@NotNull Role role, @Nullable UUID scope) {}

    private record ScopeId(UUID value) implements Id {}

    private final People people;

    PeopleController(People people) {
        this.people = people;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Person register(Caller caller, @Valid @RequestBody NewPerson person) {
        caller.requireAdmin();
        return people.get(people.register(person.username(), person.name(), person.password()));
    }

    @PostMapping("/{personId}/grants")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void grant(Caller caller, @PathVariable PersonId personId, @Valid @RequestBody NewGrant grant) {
        caller.requireAdmin();
        people.grant(personId, grant.role(), grant.scope() == null ? null : new ScopeId(grant.scope()));
    }
}
