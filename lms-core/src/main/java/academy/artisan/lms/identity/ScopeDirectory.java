package academy.artisan.lms.identity;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Names the units or groups that roles are granted in; the feature that owns them answers. */
public interface ScopeDirectory {

    /** What kind of scope this directory knows. */
    enum ScopeKind {
        UNIT,
        GROUP
    }

    /** A unit or group by name. */
    record Scope(UUID id, String name) {}

    ScopeKind kind();

    /** Those among the given ids that are of this kind, and where the person belongs anyway, by name. */
    List<Scope> of(PersonId person, Collection<UUID> ids);
}
