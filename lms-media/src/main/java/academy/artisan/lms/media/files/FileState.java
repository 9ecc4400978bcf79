package academy.artisan.lms.media.files;

/** Where a file stands. */
enum FileState {
    UPLOADING,
    READY,
    REFUSED
}
