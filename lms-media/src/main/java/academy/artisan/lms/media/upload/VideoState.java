package academy.artisan.lms.media.upload;

import org.jspecify.annotations.Nullable;

/** Where a video stands. */
enum VideoState {
    UPLOADING,
    PROCESSING,
    READY,
    FAILED;

    /** Authors need not know that processing waits for somebody to decide whether to go on. */
    static VideoState ofContent(@Nullable String state) {
        if (state == null) {
            return UPLOADING;
        }
        return state.equals("HELD") ? PROCESSING : valueOf(state);
    }
}
