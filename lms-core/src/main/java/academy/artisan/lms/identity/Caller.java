package academy.artisan.lms.identity;

import java.util.Set;
import java.util.UUID;

import academy.artisan.lms.support.Id;
import academy.artisan.lms.support.NotAllowed;
import org.jspecify.annotations.Nullable;

/**
 * Who is asking, with the roles granted to that person; a controller takes it as a parameter. Reading it costs one SQL
 * statement per request.
 */
public record Caller(PersonId personId, Set<Grant> grants) {

    /** A role and where it holds; no scope means everywhere. */
    public record Grant(Role role, @Nullable UUID scope) {}

    public boolean isAdmin() {
        return grants.contains(new Grant(Role.ADMIN, null));
    }

    /** Whether this very role was granted in this very unit or group. */
    public boolean has(Role role, Id scope) {
        return grants.contains(new Grant(role, scope.value()));
    }

    public boolean hasAnywhere(Role role) {
        return grants.stream().anyMatch(grant -> grant.role() == role);
    }

    public void requireAdmin() {
        if (!isAdmin()) {
            throw new NotAllowed("This is for administrators");
        }
    }
}
