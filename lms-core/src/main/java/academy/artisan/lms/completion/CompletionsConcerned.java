package academy.artisan.lms.completion;

import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.course.ImpactFigures;
import academy.artisan.lms.course.LearningHours;
import academy.artisan.lms.course.PublicationImpact;
import academy.artisan.lms.enrolment.Enrolments;
import org.springframework.stereotype.Component;

/** Adds up the completions of a course: two statements. */
@Component
class CompletionsConcerned implements PublicationImpact {

    private final Enrolments enrolments;
    private final Completions completions;

    CompletionsConcerned(Enrolments enrolments, Completions completions) {
        this.enrolments = enrolments;
        this.completions = completions;
    }

    @Override
    public ImpactFigures of(CourseId courseId) {
        var sum = completions.sum(enrolments.standings(courseId).stream()
                .filter(Enrolments.Standing::isCompleted)
                .map(Enrolments.Standing::enrolmentId)
                .toList());
        return new ImpactFigures.CompletionsOnRecord(sum.people(), LearningHours.of(sum.seconds()));
    }
}
