package academy.artisan.lms.media.upload;

import org.jspecify.annotations.Nullable;

/** Where a video stands. */
enum VideoState {
    UPLOADING,
    PROCESSING,
    READY,
    FAILED;

    /** What is held is still being processed: whether that goes on, somebody has to decide. */
    static VideoState ofContent(@Nullable String state) {
        if (state == null) {
            return UPLOADING;
        }
        return isHeld(state) ? PROCESSING : valueOf(state);
    }

    /** Whether it is, or may become, what learners see. */
    boolean mayBeShown() {
        return this == PROCESSING || this == READY;
    }

    static boolean isHeld(@Nullable String state) {
        return "HELD".equals(state);
    }
}
