package academy.artisan.lms.progress.inflight;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;

import academy.artisan.lms.progress.ProgressProperties;
import academy.artisan.lms.progress.policy.WatchPolicy;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

import static academy.artisan.lms.progress.inflight.InFlightStore.micros;

/** The rules of credit as the heartbeat script takes them. */
@Component
public class CreditRules {

    private final ProgressProperties properties;
    private final ZoneId zone;
    private final Clock clock;

    CreditRules(ProgressProperties properties, @Value("${lms.time-zone:Asia/Shanghai}") ZoneId zone, Clock clock) {
        this.properties = properties;
        this.zone = zone;
        this.clock = clock;
    }

    /** Arguments 9 to 18 of the script. */
    List<Object> arguments(WatchPolicy policy) {
        var checks = policy.presence();
        var cap = policy.dailyCap();
        return List.of(
                micros(properties.longestSilence()),
                micros(properties.mostSpareTime()),
                micros(properties.silenceThatEnds()),
                zone.getRules().getOffset(clock.instant()).getTotalSeconds(),
                Math.round(policy.maxRate() * 1000),
                policy.inOrder() ? 1 : 0,
                policy.visibleOnly() ? 1 : 0,
                cap == null ? -1 : cap.toSeconds(),
                checks == null ? 0 : checks.every().toSeconds(),
                checks == null ? 0 : micros(checks.answerWithin()));
    }

    public LocalDate dayOf(Instant moment) {
        return LocalDate.ofInstant(moment, zone);
    }

    public static Duration duration(long micros) {
        return Duration.of(micros, ChronoUnit.MICROS);
    }
}
