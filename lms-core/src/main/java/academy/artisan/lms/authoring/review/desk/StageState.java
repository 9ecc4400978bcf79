package academy.artisan.lms.authoring.review.desk;

/** How far a stage is with what is submitted now. */
enum StageState {
    APPROVED,
    WAITING,
    SENT_BACK,
    LATER
}
