package academy.artisan.lms.progress.settling;

import academy.artisan.lms.progress.inflight.Challenge;
import academy.artisan.lms.progress.inflight.CreditRules;
import academy.artisan.lms.progress.policy.WatchPolicy.PresenceChecks;
import org.jspecify.annotations.Nullable;

/** Whether the oracle's learner is asked to be there, since when, and when it is time to ask again. */
final class OraclePresence {

    private @Nullable String challenge;
    private long challengedAt;
    private @Nullable Long due;

    @Nullable String challenge() {
        return challenge;
    }

    long challengedAt() {
        return challengedAt;
    }

    void setBack(long now) {
        if (challenge != null && challengedAt > now + Oracle.LEAP) {
            challengedAt = now;
        }
    }

    boolean isOverdue(@Nullable PresenceChecks checks, long now) {
        return checks != null && challenge != null && isLate(checks, now);
    }

    boolean isLate(@Nullable PresenceChecks checks, long now) {
        return now > until(checks);
    }

    /** How much time there is from then to the end of what may be waited for an answer. */
    long untilDeadline(@Nullable PresenceChecks checks, long from) {
        return Math.max(0, until(checks) - from);
    }

    private long until(@Nullable PresenceChecks checks) {
        return challengedAt + (checks == null ? 0 : checks.answerWithin().toNanos() / 1000);
    }

    /** What is asked after so many seconds were credited, if anything. */
    @Nullable Challenge ask(@Nullable PresenceChecks checks, long now, int credited, int chance, String nextChallenge) {
        if (checks == null) {
            return null;
        }
        var next = checks.every().toSeconds() * (500 + chance) / 1000;
        due = (due == null ? next : due) - credited;
        if (due <= 0 && challenge == null) {
            challenge = nextChallenge;
            challengedAt = now;
            due = next;
        }
        return challenge == null ? null : new Challenge(challenge, CreditRules.duration(until(checks) - now));
    }

    void answered() {
        challenge = null;
    }

    void lose() {
        challenge = null;
        due = null;
    }
}
