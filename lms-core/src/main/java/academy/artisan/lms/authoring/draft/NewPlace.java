package academy.artisan.lms.authoring.draft;

import java.util.List;
import java.util.UUID;

import academy.artisan.lms.authoring.outline.Place;
import academy.artisan.lms.course.SectionId;
import org.jspecify.annotations.Nullable;

/** Where something new shall stand among its siblings. */
final class NewPlace {

    private NewPlace() {}

    /** After another one, or first, or else at the end. */
    static Place of(@Nullable SectionId section, @Nullable UUID after, boolean isFirst, List<UUID> siblings) {
        if (after != null || isFirst || siblings.isEmpty()) {
            return new Place(section, isFirst ? null : after);
        }
        return new Place(section, siblings.getLast());
    }
}
