package academy.artisan.lms.search.passage;

/** Where a passage is from. */
enum PassageKind {
    VIDEO,
    ARTICLE
}
