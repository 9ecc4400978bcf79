package academy.artisan.lms.authoring.exchange;

/** Another run does the same; this one has to give up. */
final class RunSuperseded extends RuntimeException {

    RunSuperseded() {
        super("Another run took over");
    }
}
