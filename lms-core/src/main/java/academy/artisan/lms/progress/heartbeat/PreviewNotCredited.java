package academy.artisan.lms.progress.heartbeat;

import academy.artisan.lms.support.Problem;

/** Whoever looks a video over without taking a course is credited nothing. */
class PreviewNotCredited extends Problem {

    PreviewNotCredited() {
        super(Kind.CONFLICT, "A preview earns nothing");
    }
}
