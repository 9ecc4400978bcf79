package academy.artisan.lms.audit;

import java.util.UUID;

import academy.artisan.lms.support.Id;
import org.jspecify.annotations.Nullable;

/**
 * What something was done to.
 *
 * @param kind the word for the kind of thing in kebab case, such as {@code course} or {@code plan-item}
 * @param groupId the teaching group whose leads may read about it
 */
public record Subject(String kind, UUID id, @Nullable UUID groupId) {

    public static Subject of(String kind, Id id) {
        return new Subject(kind, id.value(), null);
    }

    public static Subject of(String kind, Id id, Id groupId) {
        return new Subject(kind, id.value(), groupId.value());
    }
}
