package academy.artisan.lms.course;

/** What a lesson is made of. */
public enum LessonKind {
    VIDEO,
    ARTICLE,
    DOCUMENT
}
