package academy.artisan.lms.authoring.outline;

/** What kind of part of a course something is. */
public enum PartKind {
    COURSE,
    SECTION,
    LESSON
}
