package academy.artisan.lms.media.upload;

/** Where a video stands. */
enum VideoState {
    UPLOADING,
    PROCESSING,
    READY,
    FAILED
}
