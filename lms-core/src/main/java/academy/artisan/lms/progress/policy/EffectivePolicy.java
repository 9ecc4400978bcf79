package academy.artisan.lms.progress.policy;

import java.time.Duration;
import java.util.List;

import academy.artisan.lms.organization.UnitId;
import org.jspecify.annotations.Nullable;

/**
 * What holds for a playback that begins now, as the API tells it.
 *
 * @param presence null for never
 * @param dailyCapSeconds null for no limit
 * @param origins who asks for exactly what holds, part by part; nobody for what is not asked for
 */
record EffectivePolicy(
        double maxRate,
        boolean inOrder,
        boolean visibleOnly,
        WatchRules.@Nullable PresenceRule presence,
        @Nullable Long dailyCapSeconds,
        List<PolicyOrigin> origins) {

    /**
     * Who asks for a part.
     *
     * @param part such as {@code maxRate} or {@code presence.everySeconds}
     * @param name of the course or unit; the platform has none
     */
    record PolicyOrigin(
            String part,
            Asking.Kind from,
            @Nullable UnitId unitId,
            @Nullable String name) {

        static PolicyOrigin of(TracedPolicy.Origin origin, ExplainedPolicy explained) {
            var by = origin.by();
            return new PolicyOrigin(origin.part(), by.kind(), by.unit().orElse(null), explained.nameOf(by));
        }
    }

    static EffectivePolicy of(ExplainedPolicy explained) {
        var policy = explained.traced().policy();
        return new EffectivePolicy(
                policy.maxRate(),
                policy.inOrder(),
                policy.visibleOnly(),
                presence(policy.presence()),
                seconds(policy.dailyCap()),
                explained.traced().origins().stream()
                        .map(origin -> PolicyOrigin.of(origin, explained))
                        .toList());
    }

    private static WatchRules.@Nullable PresenceRule presence(WatchPolicy.@Nullable PresenceChecks checks) {
        return checks == null
                ? null
                : new WatchRules.PresenceRule((int) checks.every().toSeconds(), (int)
                        checks.answerWithin().toSeconds());
    }

    private static @Nullable Long seconds(@Nullable Duration duration) {
        return duration == null ? null : duration.toSeconds();
    }
}
