package academy.artisan.lms.progress.inflight;

import java.time.Duration;

/**
 * A presence check that waits for an answer.
 *
 * @param left time to answer; negative when it is over and nothing is credited until there is an answer
 */
public record Challenge(String challengeId, Duration left) {}
