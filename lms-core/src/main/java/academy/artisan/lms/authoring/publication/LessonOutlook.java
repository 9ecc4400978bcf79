package academy.artisan.lms.authoring.publication;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

import academy.artisan.lms.course.CourseVersion;
import academy.artisan.lms.course.Lesson;
import academy.artisan.lms.course.LessonId;
import org.jspecify.annotations.Nullable;

/**
 * What a new version would mean for the progress in one lesson.
 *
 * @param required whether the new version is completed only with it; for a lesson that is gone, the old one
 */
record LessonOutlook(LessonId lessonId, String title, boolean required, Outcome outcome) {

    enum Outcome {
        /** It shows what it showed: progress in it stays. */
        KEEPS_PROGRESS,
        /** It shows something else: progress in it begins anew. */
        BEGINS_ANEW,
        NEW,
        /** It is not there any more: progress in it counts no longer. */
        GONE
    }

    /** In the order of the new outline, then what is gone. */
    static List<LessonOutlook> between(@Nullable CourseVersion before, CourseVersion after) {
        var gone = new LinkedHashMap<LessonId, Lesson>();
        if (before != null) {
            before.lessons().forEach(lesson -> gone.put(lesson.id(), lesson));
        }
        var outlooks = new ArrayList<LessonOutlook>();
        after.lessons().forEach(lesson -> outlooks.add(of(lesson, outcome(gone.remove(lesson.id()), lesson))));
        gone.values().forEach(lesson -> outlooks.add(of(lesson, Outcome.GONE)));
        return outlooks;
    }

    private static Outcome outcome(@Nullable Lesson before, Lesson after) {
        if (before == null) {
            return Outcome.NEW;
        }
        return before.creditedAs().equals(after.creditedAs()) ? Outcome.KEEPS_PROGRESS : Outcome.BEGINS_ANEW;
    }

    private static LessonOutlook of(Lesson lesson, Outcome outcome) {
        return new LessonOutlook(lesson.id(), lesson.title(), lesson.isRequired(), outcome);
    }
}
