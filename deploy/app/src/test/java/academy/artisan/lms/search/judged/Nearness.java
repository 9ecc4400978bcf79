package academy.artisan.lms.search.judged;

/** How near what a course teaches is to what was wanted. */
enum Nearness {
    SAME,
    TOUCHING,
    NEIGHBOURING,
    FAR
}
