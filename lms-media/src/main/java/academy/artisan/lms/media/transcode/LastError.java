package academy.artisan.lms.media.transcode;

/** What an operator is told of an attempt that failed and is made again. */
final class LastError {

    private static final int LONGEST = 500;

    private LastError() {}

    /** The innermost cause: what lies around it says only where it came through. */
    static String of(Throwable why) {
        var cause = why;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        var text = "%s: %s"
                .formatted(cause.getClass().getSimpleName(), cause.getMessage())
                .replace('\0', ' ');
        return text.substring(0, Math.min(LONGEST, text.length()));
    }
}
