package academy.artisan.lms.progress.policy;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/** Takes, part by part, what is strictest of all that is asked for, and notes who asked for it. */
final class Strictest {

    /** One part of some rules, if they say anything about it. */
    private interface Part<T> {
        @Nullable T of(WatchRules rules);
    }

    private final List<Asked> everybody;
    private final List<TracedPolicy.Origin> origins = new ArrayList<>();

    private Strictest(List<Asked> everybody) {
        this.everybody = everybody;
    }

    /**
     * Courses and units may allow more speed than the platform does to whom nobody says anything about, up to its
     * highest; everything else is what anybody asks for.
     */
    static TracedPolicy of(WatchRules platform, BigDecimal highestRate, List<Asked> declared) {
        var all = new ArrayList<>(declared);
        all.add(new Asked(Asking.PLATFORM, platform));
        var strictest = new Strictest(all);
        var policy = new WatchPolicy(
                strictest.rate(highestRate).doubleValue(),
                strictest.anybody("inOrder", rules -> Boolean.TRUE.equals(rules.inOrder())),
                strictest.anybody("visibleOnly", rules -> Boolean.TRUE.equals(rules.visibleOnly())),
                strictest.presence(),
                strictest.time("dailyCapSeconds", WatchRules::dailyCapSeconds));
        return new TracedPolicy(policy, List.copyOf(strictest.origins));
    }

    /** The platform comes last in the list, and counts only when nobody else says anything. */
    private BigDecimal rate(BigDecimal highest) {
        var others = everybody.subList(0, everybody.size() - 1);
        var declared = others.stream().anyMatch(asked -> asked.rules().maxRate() != null) ? others : everybody;
        var allowed = new ArrayList<>(declared);
        allowed.add(new Asked(Asking.PLATFORM, new WatchRules(highest, null, null, null, null)));
        return Objects.requireNonNull(least("maxRate", allowed, WatchRules::maxRate));
    }

    private WatchPolicy.@Nullable PresenceChecks presence() {
        var every = time("presence.everySeconds", WatchRules::presenceEverySeconds);
        var answerWithin = time("presence.answerWithinSeconds", WatchRules::presenceAnswerWithinSeconds);
        return every == null || answerWithin == null ? null : new WatchPolicy.PresenceChecks(every, answerWithin);
    }

    private @Nullable Duration time(String part, Part<Integer> seconds) {
        var least = least(part, everybody, seconds);
        return least == null ? null : Duration.ofSeconds(least);
    }

    private boolean anybody(String part, Predicate<WatchRules> asks) {
        var asking =
                everybody.stream().filter(asked -> asks.test(asked.rules())).toList();
        asking.forEach(asked -> note(part, asked));
        return !asking.isEmpty();
    }

    private <T extends Comparable<T>> @Nullable T least(String part, List<Asked> among, Part<T> of) {
        var least = among.stream()
                .map(asked -> of.of(asked.rules()))
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
        if (least != null) {
            among.stream()
                    .filter(asked -> {
                        var said = of.of(asked.rules());
                        return said != null && said.compareTo(least) == 0;
                    })
                    .forEach(asked -> note(part, asked));
        }
        return least;
    }

    private void note(String part, Asked asked) {
        var origin = new TracedPolicy.Origin(part, asked.by());
        if (!origins.contains(origin)) {
            origins.add(origin);
        }
    }
}
