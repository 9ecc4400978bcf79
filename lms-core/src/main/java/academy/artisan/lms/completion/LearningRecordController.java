package academy.artisan.lms.completion;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

import academy.artisan.lms.course.Catalog;
import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.course.LearningHours;
import academy.artisan.lms.course.LessonId;
import academy.artisan.lms.enrolment.EnrolmentId;
import academy.artisan.lms.enrolment.Enrolments;
import academy.artisan.lms.identity.Caller;
import academy.artisan.lms.progress.LessonStanding;
import academy.artisan.lms.progress.Progress;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What learners see of their own learning. */
@RestController
class LearningRecordController {

    record MyEnrolments(List<MyEnrolment> items) {}

    record MyEnrolment(
            EnrolmentId enrolmentId,
            CourseId courseId,
            int version,
            String title,
            Instant enrolledAt,
            int percent,
            boolean completed,
            BigDecimal hours,
            @Nullable Instant completedAt) {

        static MyEnrolment of(Advance advance) {
            var completion = advance.completion();
            return new MyEnrolment(
                    advance.enrolment().enrolmentId(),
                    advance.course().courseId(),
                    advance.course().version(),
                    advance.course().title(),
                    advance.enrolment().enrolledAt(),
                    advance.percent(),
                    completion != null,
                    completion == null ? LearningHours.of(0) : completion.hours(),
                    completion == null ? null : completion.completedAt());
        }
    }

    record LessonLine(
            LessonId lessonId,
            int coveredSeconds,
            int watchedSeconds,
            int durationSeconds,
            int percent,
            boolean completed,
            int resumeAtSeconds) {

        static LessonLine of(LessonStanding lesson) {
            return new LessonLine(
                    lesson.lessonId(),
                    lesson.coveredSeconds(),
                    lesson.watchedSeconds(),
                    lesson.durationSeconds(),
                    lesson.percent(),
                    lesson.completed(),
                    lesson.resumeAtSeconds());
        }
    }

    record CourseProgress(
            EnrolmentId enrolmentId,
            CourseId courseId,
            int version,
            int percent,
            boolean completed,
            BigDecimal hours,
            List<LessonLine> lessons) {}

    private final Enrolments enrolments;
    private final Catalog catalog;
    private final Progress progress;
    private final Completions completions;
    private final Advances advances;
    private final Explanations explanations;

    LearningRecordController(
            Enrolments enrolments,
            Catalog catalog,
            Progress progress,
            Completions completions,
            Advances advances,
            Explanations explanations) {
        this.enrolments = enrolments;
        this.catalog = catalog;
        this.progress = progress;
        this.completions = completions;
        this.advances = advances;
        this.explanations = explanations;
    }

    @GetMapping("/api/v1/me/enrolments")
    MyEnrolments mine(Caller caller) {
        return new MyEnrolments(advances.exactly(caller.personId()).stream()
                .map(MyEnrolment::of)
                .toList());
    }

    @GetMapping("/api/v1/enrolments/{enrolmentId}/progress")
    CourseProgress progress(Caller caller, @PathVariable EnrolmentId enrolmentId) {
        var enrolment = enrolments.get(caller, enrolmentId).requireCurrent();
        var course = catalog.get(enrolment.courseId(), enrolment.version());
        var lessons = progress.standings(enrolment, course);
        var completion = completions.find(enrolmentId);
        return new CourseProgress(
                enrolmentId,
                enrolment.courseId(),
                enrolment.version(),
                Advances.percent(lessons, completion.isPresent()),
                completion.isPresent(),
                completion.map(Completion::hours).orElse(LearningHours.of(0)),
                lessons.stream().map(LessonLine::of).toList());
    }

    @GetMapping("/api/v1/enrolments/{enrolmentId}/explanation")
    Explanations.Explanation explanation(Caller caller, @PathVariable EnrolmentId enrolmentId) {
        return explanations.of(enrolments.get(caller, enrolmentId));
    }
}
