package academy.artisan.lms.authoring.draft;

import java.util.List;
import java.util.UUID;

/**
 * What a caller has seen before a change, so that it collides with changes of others to the same, and with no others.
 *
 * @param revision of the draft when it was read
 * @param parts the parts that the change replaces or removes; none if it overwrites nothing
 */
record Seen(int revision, List<UUID> parts) {

    static Seen nothing() {
        return new Seen(0, List.of());
    }

    static Seen of(int revision, UUID part) {
        return new Seen(revision, List.of(part));
    }
}
