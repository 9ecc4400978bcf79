package academy.artisan.lms.authoring.exchange;

/** Where an import stands. */
enum ImportState {
    UPLOADING,
    CHECKING,
    DONE,
    REFUSED
}
