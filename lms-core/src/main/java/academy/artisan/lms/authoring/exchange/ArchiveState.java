package academy.artisan.lms.authoring.exchange;

/** Where an archive with media stands. */
enum ArchiveState {
    BUILDING,
    READY,
    FAILED
}
