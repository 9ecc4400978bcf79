package academy.artisan.lms.authoring.publication;

import java.math.BigDecimal;
import java.util.List;

import academy.artisan.lms.authoring.outline.Change;
import academy.artisan.lms.course.CourseVersion;
import academy.artisan.lms.course.ImpactFigures;
import org.jspecify.annotations.Nullable;

/**
 * What the publication of a draft would mean, before anything is published.
 *
 * @param before the version that was published last; null if there is none
 * @param after the version that the draft would become
 * @param approved whether the draft could be published as it is
 * @param changes what is different in the draft from that version
 * @param people whom it would concern
 */
record PublicationPreview(
        @Nullable CourseVersion before,
        CourseVersion after,
        int revision,
        boolean approved,
        List<Change> changes,
        List<ImpactFigures> people) {

    List<LessonOutlook> lessons() {
        return LessonOutlook.between(before, after);
    }

    BigDecimal hoursBefore() {
        return before == null ? BigDecimal.ZERO : before.hours();
    }
}
