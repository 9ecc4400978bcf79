package academy.artisan.lms.completion;

import java.util.Map;
import java.util.stream.Collectors;

import academy.artisan.lms.course.Catalog;
import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.course.CourseVersion;
import academy.artisan.lms.course.ImpactFigures;
import academy.artisan.lms.course.Lesson;
import academy.artisan.lms.course.PublicationImpact;
import academy.artisan.lms.enrolment.EnrolmentId;
import academy.artisan.lms.enrolment.Enrolments;
import academy.artisan.lms.progress.Progress;
import org.springframework.stereotype.Component;

/** Counts how far learners are in a course, as it is settled: three statements. */
@Component
class ProgressConcerned implements PublicationImpact {

    private static final int QUARTERS = 4;

    private final Enrolments enrolments;
    private final Catalog catalog;
    private final Progress progress;

    ProgressConcerned(Enrolments enrolments, Catalog catalog, Progress progress) {
        this.enrolments = enrolments;
        this.catalog = catalog;
        this.progress = progress;
    }

    @Override
    public ImpactFigures of(CourseId courseId) {
        var standings = enrolments.standings(courseId);
        Map<EnrolmentId, Integer> inProgress = standings.stream()
                .filter(standing -> !standing.isCompleted())
                .collect(Collectors.toMap(Enrolments.Standing::enrolmentId, Enrolments.Standing::version));
        var versions =
                catalog.get(courseId, inProgress.values().stream().distinct().toList());
        var required =
                versions.stream().collect(Collectors.toMap(CourseVersion::version, ProgressConcerned::requiredSeconds));
        var covered = progress.covered(inProgress, versions);
        var quarters = new int[QUARTERS];
        covered.forEach((enrolment, seconds) -> {
            var all = required.getOrDefault(inProgress.getOrDefault(enrolment, 0), 0);
            quarters[Advances.percent(seconds.required(), all) / (100 / QUARTERS)]++;
        });
        return new ImpactFigures.LearnersByProgress(
                inProgress.size() - covered.size(),
                quarters[0],
                quarters[1],
                quarters[2],
                quarters[3],
                standings.size() - inProgress.size());
    }

    private static int requiredSeconds(CourseVersion course) {
        return course.lessons()
                .filter(Lesson::isRequired)
                .mapToInt(Lesson::durationSeconds)
                .sum();
    }
}
