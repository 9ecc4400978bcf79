package academy.artisan.lms.progress.heartbeat;

import java.util.List;
import java.util.stream.IntStream;

import academy.artisan.lms.progress.PlaybackId;
import academy.artisan.lms.progress.PlaybackToken;
import academy.artisan.lms.progress.PlaybackTokens;
import academy.artisan.lms.progress.inflight.Heartbeat;
import academy.artisan.lms.progress.inflight.HeartbeatReport;
import academy.artisan.lms.progress.inflight.Refusal;
import academy.artisan.lms.progress.token.Bearer;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What players report: heartbeats one by one, many at once, on leaving a page, and answers to presence checks. */
@RestController
class HeartbeatController {

    private static final int MOST = 120;

    record HeartbeatReports(
            @NotNull @Size(min = 1, max = MOST) List<@NotNull @Valid HeartbeatReport> heartbeats) {}

    /** The same with the token inside, since a page that is left cannot send headers. */
    record Farewell(
            @NotNull String token,
            @NotNull @Size(min = 1, max = MOST) List<@NotNull @Valid HeartbeatReport> heartbeats) {}

    record Answered(@NotNull String challengeId) {}

    /** @param late whether time passed that earned nothing */
    record Confirmed(boolean late) {}

    /** @param secondsLeft negative when nothing is credited until there is an answer */
    record OpenChallenge(String challengeId, long secondsLeft) {}

    /**
     * What became of it.
     *
     * @param watchedSeconds watched of this lesson in all, repeated seconds too
     * @param durableSequence what heartbeats up to this one were credited will never be lost; the rest is to be claimed
     *     again
     * @param ended whether this playback is over because of the silence before this
     */
    record Acknowledged(
            int creditedSeconds,
            int refusedSeconds,
            List<Refusal> reasons,
            int coveredSeconds,
            int watchedSeconds,
            int durationSeconds,
            long durableSequence,
            boolean completed,
            boolean ended,
            @Nullable OpenChallenge challenge) {}

    private final Playbacks playbacks;
    private final PlaybackTokens tokens;

    HeartbeatController(Playbacks playbacks, PlaybackTokens tokens) {
        this.playbacks = playbacks;
        this.tokens = tokens;
    }

    @PostMapping("/api/v1/playbacks/{playbackId}/heartbeats")
    Acknowledged beat(
            @PathVariable PlaybackId playbackId,
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization,
            @RequestAttribute(name = HeartbeatLane.REFUSED, required = false) @Nullable RuntimeException refused,
            @Valid @RequestBody HeartbeatReport report) {
        if (refused != null) {
            throw refused;
        }
        var token = tokens.verify(Bearer.token(authorization), playbackId);
        return acknowledged(token, playbacks.beat(token, Heartbeat.of(report, token.durationSeconds(), "")));
    }

    @PostMapping("/api/v1/playbacks/{playbackId}/heartbeats/batch")
    Acknowledged beatMany(
            @PathVariable PlaybackId playbackId,
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization,
            @Valid @RequestBody HeartbeatReports reports) {
        var token = tokens.verify(Bearer.token(authorization), playbackId);
        return acknowledged(token, playbacks.beat(token, heartbeats(reports.heartbeats(), token)));
    }

    /** A browser sends this as whatever it is told to be, and does not wait for an answer. */
    @PostMapping("/api/v1/playbacks/{playbackId}/heartbeats/beacon")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void beatAtLast(@PathVariable PlaybackId playbackId, @Valid @RequestBody Farewell farewell) {
        var token = tokens.verify(farewell.token(), playbackId);
        playbacks.beat(token, heartbeats(farewell.heartbeats(), token));
    }

    @PostMapping("/api/v1/playbacks/{playbackId}/presence")
    Confirmed confirm(
            @PathVariable PlaybackId playbackId,
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization,
            @Valid @RequestBody Answered answered) {
        var token = tokens.verify(Bearer.token(authorization), playbackId);
        return new Confirmed(playbacks.confirm(token, answered.challengeId()));
    }

    private static List<Heartbeat> heartbeats(List<HeartbeatReport> reports, PlaybackToken token) {
        return IntStream.range(0, reports.size())
                .mapToObj(i -> Heartbeat.of(reports.get(i), token.durationSeconds(), "heartbeats[%d].".formatted(i)))
                .toList();
    }

    static Acknowledged acknowledged(PlaybackToken token, Playbacks.Credit credit) {
        var challenge = credit.challenge();
        return new Acknowledged(
                credit.credited(),
                credit.refused(),
                credit.refusals(),
                credit.covered(),
                credit.watched(),
                token.durationSeconds(),
                credit.durableSequence(),
                credit.completed(),
                credit.ended(),
                challenge == null
                        ? null
                        : new OpenChallenge(
                                challenge.challengeId(), challenge.left().toSeconds()));
    }
}
