package academy.artisan.lms.course;

/** One step of a published course: a closed set of kinds, so that the compiler asks where a new one must be handled. */
public sealed interface Lesson {

    LessonId id();

    String title();

    LessonKind kind();

    /** Whether the course is completed only with this lesson. */
    boolean isRequired();

    /**
     * Under which id progress in this lesson is kept: its own, until it shows something else in a later version; then a
     * new one, so that what was seen of the old is not taken for the new.
     */
    LessonId creditedAs();

    /** How many seconds can be credited: the whole seconds of a video, the reading time of an article. */
    int durationSeconds();

    /** A video to watch. */
    record Video(
            LessonId id, String title, boolean isRequired, LessonId creditedAs, VideoId videoId, int durationSeconds)
            implements Lesson {

        @Override
        public LessonKind kind() {
            return LessonKind.VIDEO;
        }
    }

    /** A text to read, in Markdown. */
    record Article(LessonId id, String title, boolean isRequired, LessonId creditedAs, String text) implements Lesson {

        private static final int CHARACTERS_PER_MINUTE = 400;
        private static final int LEAST_SECONDS = 10;

        @Override
        public LessonKind kind() {
            return LessonKind.ARTICLE;
        }

        @Override
        public int durationSeconds() {
            return seconds(text);
        }

        /** How long it takes to read a text. */
        public static int seconds(String text) {
            return Math.max(LEAST_SECONDS, Math.ceilDiv(text.length() * 60, CHARACTERS_PER_MINUTE));
        }
    }

    /** A document to read: PDF, PPTX, DOCX or XLSX. */
    record Document(
            LessonId id, String title, boolean isRequired, LessonId creditedAs, FileId documentId, int durationSeconds)
            implements Lesson {

        @Override
        public LessonKind kind() {
            return LessonKind.DOCUMENT;
        }
    }
}
