package academy.artisan.lms.authoring.publication;

import java.math.BigDecimal;
import java.util.List;

import academy.artisan.lms.authoring.outline.Change;
import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.course.ImpactFigures;
import academy.artisan.lms.identity.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The impact of a publication, to be looked at first. */
@RestController
class PreviewController {

    /** What would be published, and instead of what. */
    record Versions(
            @Nullable Integer published,
            @Nullable String publishedDigest,
            int next,
            int revision,
            String digest,
            boolean approved) {}

    record Hours(BigDecimal before, BigDecimal after, int secondsBefore, int secondsAfter) {}

    /** Whom it would concern; each feature that knows some of them gives its figures. */
    record People(
            ImpactFigures.@Nullable Learners learners,
            ImpactFigures.@Nullable LearnersByProgress progress,
            ImpactFigures.@Nullable CompletionsOnRecord completions,
            List<ImpactFigures.Requirement> requiredTrainings,
            List<ImpactFigures.UnitCount> units) {

        static People of(List<ImpactFigures> all) {
            var people = new People(null, null, null, List.of(), List.of());
            for (var figures : all) {
                people = people.with(figures);
            }
            return people;
        }

        private People with(ImpactFigures figures) {
            return switch (figures) {
                case ImpactFigures.Learners some -> new People(some, progress, completions, requiredTrainings, units);
                case ImpactFigures.LearnersByProgress some ->
                    new People(learners, some, completions, requiredTrainings, units);
                case ImpactFigures.CompletionsOnRecord some ->
                    new People(learners, progress, some, requiredTrainings, units);
                case ImpactFigures.RequiredTrainings some ->
                    new People(learners, progress, completions, some.items(), units);
                case ImpactFigures.Units some ->
                    new People(learners, progress, completions, requiredTrainings, some.items());
            };
        }
    }

    record Impact(
            CourseId courseId,
            Versions versions,
            Hours hours,
            List<Change> changes,
            List<LessonOutlook> lessons,
            List<VersionOutlook> lessonsByVersion,
            People people) {

        static Impact of(PublicationPreview preview) {
            var before = preview.before();
            var after = preview.after();
            return new Impact(
                    after.courseId(),
                    new Versions(
                            before == null ? null : before.version(),
                            before == null ? null : before.digest(),
                            after.version(),
                            preview.revision(),
                            after.digest(),
                            preview.approved()),
                    new Hours(
                            preview.hoursBefore(),
                            after.hours(),
                            before == null ? 0 : before.durationSeconds(),
                            after.durationSeconds()),
                    preview.changes(),
                    preview.lessons(),
                    preview.lessonsByVersion(),
                    People.of(preview.people()));
        }
    }

    private final Preview preview;

    PreviewController(Preview preview) {
        this.preview = preview;
    }

    @GetMapping("/api/v1/courses/{courseId}/publications/preview")
    Impact preview(Caller caller, @PathVariable CourseId courseId) {
        return Impact.of(preview.of(caller, courseId));
    }
}
