package academy.artisan.lms.progress.inflight;

import java.util.List;

import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * A heartbeat as a player sends it.
 *
 * @param sequence counts up from 1 within a playback
 * @param positionSeconds where the player is
 * @param rate how fast it plays
 * @param intervals pairs of seconds, watched since the last durable heartbeat
 * @param visible whether the page could be seen while that was watched; true if left out
 * @param playedSeconds how long the player has played in this playback in all, repeated seconds too
 */
public record HeartbeatReport(
        @NotNull Long sequence,
        @NotNull Double positionSeconds,
        @NotNull Double rate,
        @NotNull List<@Nullable List<Double>> intervals,
        @Nullable Boolean visible,
        @Nullable Double playedSeconds) {

    /** Whether nothing is left out that has to be there. */
    @SuppressWarnings("NullAway") // as it came, it may lack anything
    public boolean isWhole() {
        return sequence != null && positionSeconds != null && rate != null && intervals != null;
    }
}
