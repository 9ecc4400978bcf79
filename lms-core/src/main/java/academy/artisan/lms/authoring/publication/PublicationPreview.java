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
 * @param taken the versions in which somebody is, in order
 * @param before the version that was published last; null if there is none
 * @param after the version that the draft would become
 * @param approved whether the draft could be published as it is
 * @param changes what is different in the draft from that version
 * @param people whom it would concern
 */
record PublicationPreview(
        @Nullable CourseVersion before,
        List<CourseVersion> taken,
        CourseVersion after,
        int revision,
        boolean approved,
        List<Change> changes,
        List<ImpactFigures> people) {

    List<LessonOutlook> lessons() {
        return LessonOutlook.between(before, after);
    }

    /** For those who are in the middle of the course, version by version. */
    List<VersionOutlook> lessonsByVersion() {
        return people.stream()
                .filter(ImpactFigures.Learners.class::isInstance)
                .map(ImpactFigures.Learners.class::cast)
                .flatMap(learners -> taken.stream().map(version -> outlook(version, learners)))
                .toList();
    }

    private VersionOutlook outlook(CourseVersion version, ImpactFigures.Learners learners) {
        return new VersionOutlook(
                version.version(),
                learners.inVersion().getOrDefault(version.version(), 0),
                LessonOutlook.between(version, after));
    }

    BigDecimal hoursBefore() {
        return before == null ? BigDecimal.ZERO : before.hours();
    }
}
