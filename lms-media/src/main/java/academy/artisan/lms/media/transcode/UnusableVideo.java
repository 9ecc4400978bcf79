package academy.artisan.lms.media.transcode;

/** The content is such that trying again cannot help. */
final class UnusableVideo extends Exception {

    private final Failure failure;

    UnusableVideo(Failure failure, String detail) {
        super(failure.code() + ": " + detail);
        this.failure = failure;
    }

    Failure failure() {
        return failure;
    }
}
