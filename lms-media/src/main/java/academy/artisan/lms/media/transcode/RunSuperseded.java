package academy.artisan.lms.media.transcode;

/** Another run took over: this one was thought dead, and nothing it made counts. */
final class RunSuperseded extends RuntimeException {

    RunSuperseded() {
        super("Another run has claimed this video");
    }
}
