package academy.artisan.lms.progress.inflight;

import academy.artisan.lms.course.LessonId;
import academy.artisan.lms.enrolment.EnrolmentId;
import academy.artisan.lms.identity.PersonId;

/** The name of a lesson in the set of those that PostgreSQL does not know yet. */
public record DirtyLesson(PersonId learner, EnrolmentId enrolment, LessonId lesson) {

    private static final int ID_LENGTH = 36;

    @Override
    public String toString() {
        return learner + ":" + enrolment + ":" + lesson;
    }

    public static DirtyLesson of(String text) {
        return new DirtyLesson(
                PersonId.of(text.substring(0, ID_LENGTH)),
                EnrolmentId.of(text.substring(ID_LENGTH + 1, 2 * ID_LENGTH + 1)),
                LessonId.of(text.substring(2 * ID_LENGTH + 2)));
    }
}
