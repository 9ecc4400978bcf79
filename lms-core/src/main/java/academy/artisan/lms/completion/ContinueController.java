package academy.artisan.lms.completion;

import java.time.Instant;
import java.util.List;

import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.course.Lesson;
import academy.artisan.lms.course.LessonId;
import academy.artisan.lms.course.LessonKind;
import academy.artisan.lms.enrolment.EnrolmentId;
import academy.artisan.lms.identity.Caller;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Going on where one was, over all courses. */
@RestController
class ContinueController {

    private static final int MOST = 50;

    record Places(List<PlaceLine> items) {}

    record NextLesson(LessonId lessonId, String title, LessonKind kind) {

        static @Nullable NextLesson of(@Nullable Lesson lesson) {
            return lesson == null ? null : new NextLesson(lesson.id(), lesson.title(), lesson.kind());
        }
    }

    /**
     * @param percent of the course
     * @param watchedSeconds watched in all, repeated seconds too
     * @param next what is to be done next, if this lesson is completed and the course has more to do
     */
    record PlaceLine(
            EnrolmentId enrolmentId,
            CourseId courseId,
            String courseTitle,
            int percent,
            boolean completed,
            LessonId lessonId,
            String lessonTitle,
            LessonKind kind,
            int durationSeconds,
            int coveredSeconds,
            int watchedSeconds,
            int lessonPercent,
            boolean lessonCompleted,
            int resumeAtSeconds,
            Instant at,
            @Nullable NextLesson next) {

        static PlaceLine of(Whereabouts.Place place) {
            var standing = place.standing();
            return new PlaceLine(
                    place.enrolment().enrolmentId(),
                    place.course().courseId(),
                    place.course().title(),
                    place.percent(),
                    place.enrolment().completedAt() != null,
                    place.lesson().id(),
                    place.lesson().title(),
                    place.lesson().kind(),
                    standing.durationSeconds(),
                    standing.coveredSeconds(),
                    standing.watchedSeconds(),
                    standing.percent(),
                    standing.completed(),
                    standing.resumeAtSeconds(),
                    place.at(),
                    NextLesson.of(place.next()));
        }
    }

    private final Whereabouts whereabouts;

    ContinueController(Whereabouts whereabouts) {
        this.whereabouts = whereabouts;
    }

    /** A list that people look at the top of: it is cut, not read on. */
    @GetMapping("/api/v1/me/continue")
    Places mine(Caller caller, @RequestParam(defaultValue = "10") @Min(1) @Max(MOST) int limit) {
        return new Places(whereabouts.of(caller.personId(), limit).stream()
                .map(PlaceLine::of)
                .toList());
    }
}
