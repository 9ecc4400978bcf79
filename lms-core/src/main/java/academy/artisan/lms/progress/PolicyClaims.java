package academy.artisan.lms.progress;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import academy.artisan.lms.progress.policy.WatchPolicy;
import academy.artisan.lms.progress.policy.WatchPolicy.PresenceChecks;
import org.jspecify.annotations.Nullable;

/** A policy as claims of a token, in short: what is not asked is left out. */
final class PolicyClaims {

    private static final String RATE = "rate";
    private static final String IN_ORDER = "ord";
    private static final String VISIBLE_ONLY = "vis";
    private static final String PRESENCE = "prs";
    private static final String DAILY_CAP = "cap";

    private PolicyClaims() {}

    static Map<String, Object> of(WatchPolicy policy) {
        var claims = new HashMap<String, Object>(Map.of(RATE, policy.maxRate()));
        if (policy.inOrder()) {
            claims.put(IN_ORDER, true);
        }
        if (policy.visibleOnly()) {
            claims.put(VISIBLE_ONLY, true);
        }
        if (policy.presence() != null) {
            claims.put(
                    PRESENCE,
                    List.of(
                            policy.presence().every().toSeconds(),
                            policy.presence().answerWithin().toSeconds()));
        }
        if (policy.dailyCap() != null) {
            claims.put(DAILY_CAP, policy.dailyCap().toSeconds());
        }
        return claims;
    }

    static WatchPolicy read(Map<String, Object> claims) {
        return new WatchPolicy(
                claims.get(RATE) instanceof Number rate ? rate.doubleValue() : 0,
                claims.containsKey(IN_ORDER),
                claims.containsKey(VISIBLE_ONLY),
                claims.get(PRESENCE) instanceof List<?> times
                        ? new PresenceChecks(seconds(times.getFirst()), seconds(times.getLast()))
                        : null,
                claims.containsKey(DAILY_CAP) ? seconds(claims.get(DAILY_CAP)) : null);
    }

    private static Duration seconds(@Nullable Object claim) {
        return Duration.ofSeconds(claim instanceof Number number ? number.longValue() : 0);
    }
}
