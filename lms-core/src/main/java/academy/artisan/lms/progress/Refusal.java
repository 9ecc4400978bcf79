package academy.artisan.lms.progress;

/**
 * Why seconds were not credited.
 *
 * @param reason {@code not-enough-time}, {@code skipped}, {@code page-hidden}, {@code presence-unconfirmed} or
 *     {@code daily-cap}
 */
record Refusal(String reason, int seconds) {}
