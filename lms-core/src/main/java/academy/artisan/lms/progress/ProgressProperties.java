package academy.artisan.lms.progress;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The rules of credit.
 *
 * @param heartbeatInterval how often a player is asked to report
 * @param longestSilence time between two heartbeats beyond which it earns nothing
 * @param silenceThatEnds time without a heartbeat after which a playback takes one more and is over
 * @param mostSpareTime earned time that a heartbeat may leave to the next
 * @param tokenLifetime how long a playback can go on before its token is renewed
 * @param renewalGrace how long after that its token can still be renewed
 * @param flushInterval how often each shard is settled: twice within the five seconds that are promised
 * @param flushThreads how many shards this node settles at once
 * @param reportInterval how often others (completions, reports) hear of an enrolment that goes on
 * @param completeAt the part of a lesson's seconds that completes it
 */
@ConfigurationProperties("lms.progress")
public record ProgressProperties(
        @DefaultValue("5s") Duration heartbeatInterval,
        @DefaultValue("5m") Duration longestSilence,
        @DefaultValue("1h") Duration silenceThatEnds,
        @DefaultValue("10s") Duration mostSpareTime,
        @DefaultValue("2h") Duration tokenLifetime,
        @DefaultValue("24h") Duration renewalGrace,
        @DefaultValue("2500ms") Duration flushInterval,
        @DefaultValue("3") int flushThreads,
        @DefaultValue("30s") Duration reportInterval,
        @DefaultValue("0.95") double completeAt) {

    /** When a player renews its token: with time left to try again. */
    public Duration renewAfter() {
        return tokenLifetime.multipliedBy(3).dividedBy(4);
    }

    public int secondsToComplete(int durationSeconds) {
        return (int) Math.ceil(durationSeconds * completeAt);
    }
}
