package academy.artisan.lms.identity;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the caller is told about itself. */
@RestController
class MeController {

    /** @param roles the roles held anywhere; everybody is a LEARNER */
    record Me(
            PersonId personId,
            String username,
            String name,
            List<String> roles,
            List<ScopeDirectory.Scope> units,
            List<ScopeDirectory.Scope> groups) {}

    private final People people;
    private final List<ScopeDirectory> directories;

    MeController(People people, List<ScopeDirectory> directories) {
        this.people = people;
        this.directories = directories;
    }

    @GetMapping("/api/v1/me")
    Me me(Caller caller) {
        var person = people.get(caller.personId());
        var roles = Stream.concat(
                        caller.grants().stream().map(grant -> grant.role().name()), Stream.of("LEARNER"))
                .distinct()
                .sorted()
                .toList();
        return new Me(
                person.id(),
                person.username(),
                person.name(),
                roles,
                scopes(caller, ScopeDirectory.ScopeKind.UNIT),
                scopes(caller, ScopeDirectory.ScopeKind.GROUP));
    }

    private List<ScopeDirectory.Scope> scopes(Caller caller, ScopeDirectory.ScopeKind kind) {
        var ids = caller.grants().stream()
                .map(Caller.Grant::scope)
                .filter(Objects::nonNull)
                .toList();
        return directories.stream()
                .filter(directory -> directory.kind() == kind)
                .flatMap(directory -> directory.of(caller.personId(), ids).stream())
                .toList();
    }
}
