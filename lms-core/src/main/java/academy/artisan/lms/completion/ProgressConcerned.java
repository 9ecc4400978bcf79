package academy.artisan.lms.completion;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
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
                versions(courseId, inProgress.values().stream().distinct().toList());
        var covered = progress.covered(inProgress, versions.values());
        var quarters = new int[QUARTERS];
        covered.forEach((enrolment, seconds) -> {
            var all = requiredSeconds(versions.get(inProgress.get(enrolment)));
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

    private Map<Integer, CourseVersion> versions(CourseId courseId, List<Integer> versions) {
        return catalog.get(courseId, versions).stream()
                .collect(Collectors.toMap(CourseVersion::version, Function.identity()));
    }

    private static int requiredSeconds(CourseVersion course) {
        return course.lessons()
                .filter(Lesson::isRequired)
                .mapToInt(Lesson::durationSeconds)
                .sum();
    }
}
