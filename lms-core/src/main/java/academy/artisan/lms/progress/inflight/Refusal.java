package academy.artisan.lms.progress.inflight;

/**
 * Why seconds were not credited.
 *
 * @param reason {@code not-enough-time}, {@code skipped}, {@code page-hidden}, {@code presence-unconfirmed} or
 *     {@code daily-cap}
 */
public record Refusal(String reason, int seconds) {}
