package academy.artisan.lms.authoring.review.desk;

/** How a part stands to what was approved before: only what is not approved as it is needs a look. */
enum Standing {
    APPROVED_AS_IS,
    STALE,
    NEW
}
