package academy.artisan.lms.progress.policy;

import java.time.Duration;
import java.util.List;

import academy.artisan.lms.enrolment.EnrolmentId;
import academy.artisan.lms.identity.Caller;
import academy.artisan.lms.organization.UnitId;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What is asked of a learner in a course, and by whom. */
@RestController
class LearnersPolicyController {

    /**
     * What holds for a playback that begins now.
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

        static EffectivePolicy of(LearnersPolicy.Explained explained) {
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

        static PolicyOrigin of(TracedPolicy.Origin origin, LearnersPolicy.Explained explained) {
            var by = origin.by();
            return new PolicyOrigin(origin.part(), by.kind(), by.unit().orElse(null), explained.nameOf(by));
        }
    }

    private final LearnersPolicy policies;

    LearnersPolicyController(LearnersPolicy policies) {
        this.policies = policies;
    }

    @GetMapping("/api/v1/enrolments/{enrolmentId}/watch-policy")
    EffectivePolicy read(Caller caller, @PathVariable EnrolmentId enrolmentId) {
        return EffectivePolicy.of(policies.of(caller, enrolmentId));
    }
}
