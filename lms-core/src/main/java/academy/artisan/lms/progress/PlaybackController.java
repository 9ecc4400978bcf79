package academy.artisan.lms.progress;

import java.net.URI;
import java.time.Instant;
import java.util.List;

import academy.artisan.lms.course.ArticleText;
import academy.artisan.lms.course.Lesson;
import academy.artisan.lms.course.LessonId;
import academy.artisan.lms.course.LessonKind;
import academy.artisan.lms.enrolment.EnrolmentId;
import academy.artisan.lms.identity.Caller;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Opening a lesson, and the heartbeats of its player. */
@RestController
class PlaybackController {

    /**
     * A playback that began.
     *
     * @param token goes with every heartbeat as bearer token
     * @param expiresAt when the token has to be renewed at the latest
     * @param renewAfterSeconds when it is best renewed
     * @param playlistUrl of a video: the HLS master playlist, on this address
     * @param thumbnailsUrl of a video: which picture to show over the seek bar, as WebVTT, on this address
     * @param watermark of a video: what is shown faintly over it
     * @param text of an article, in Markdown
     * @param html of an article: the same, ready to be shown
     * @param documentUrl of a document: where a browser reads it, without a log-in
     * @param documentName of a document: the name of the file
     * @param documentType of a document: its media type
     */
    record OpenedPlayback(
            PlaybackId playbackId,
            String token,
            Instant expiresAt,
            long renewAfterSeconds,
            LessonKind kind,
            String title,
            @Nullable String playlistUrl,
            @Nullable String thumbnailsUrl,
            @Nullable String watermark,
            @Nullable String text,
            @Nullable String html,
            @Nullable String documentUrl,
            @Nullable String documentName,
            @Nullable String documentType,
            int durationSeconds,
            int resumeAtSeconds,
            long heartbeatIntervalSeconds,
            double maxRate) {}

    /** @param intervals pairs of seconds, watched since the last durable heartbeat */
    record HeartbeatReport(
            @NotNull Long sequence,
            @NotNull Double positionSeconds,
            @NotNull Double rate,
            @NotNull List<@Nullable List<Double>> intervals) {}

    /** Why seconds were not credited. */
    record Refusal(String reason, int seconds) {}

    record Acknowledged(
            int creditedSeconds,
            int refusedSeconds,
            List<Refusal> reasons,
            int coveredSeconds,
            int durationSeconds,
            long durableSequence,
            boolean completed) {}

    private final Openings openings;
    private final Playbacks playbacks;
    private final PlaybackTokens tokens;
    private final VideoStreams streams;
    private final ShownDocuments documents;
    private final Watermarks watermarks;
    private final ProgressProperties properties;

    PlaybackController(
            Openings openings,
            Playbacks playbacks,
            PlaybackTokens tokens,
            VideoStreams streams,
            ShownDocuments documents,
            Watermarks watermarks,
            ProgressProperties properties) {
        this.openings = openings;
        this.playbacks = playbacks;
        this.tokens = tokens;
        this.streams = streams;
        this.documents = documents;
        this.watermarks = watermarks;
        this.properties = properties;
    }

    @PostMapping("/api/v1/enrolments/{enrolmentId}/lessons/{lessonId}/playbacks")
    ResponseEntity<OpenedPlayback> open(
            Caller caller, @PathVariable EnrolmentId enrolmentId, @PathVariable LessonId lessonId) {
        var opened = openings.open(caller, enrolmentId, lessonId);
        var playbackId = opened.token().playbackId();
        var lesson = opened.lesson();
        var videoId = opened.token().videoId();
        var text = lesson instanceof Lesson.Article article ? article.text() : null;
        var document = lesson instanceof Lesson.Document shown ? documents.get(shown.documentId()) : null;
        return ResponseEntity.created(URI.create("/api/v1/playbacks/" + playbackId))
                .body(new OpenedPlayback(
                        playbackId,
                        opened.signed(),
                        opened.token().expiresAt(),
                        properties.renewAfter().toSeconds(),
                        lesson.kind(),
                        lesson.title(),
                        videoId == null ? null : streams.playlistUrl(playbackId, opened.signed()),
                        videoId == null ? null : streams.thumbnailsUrl(playbackId, videoId, opened.signed()),
                        videoId == null ? null : watermarks.of(caller.personId()),
                        text,
                        text == null ? null : ArticleText.toHtml(text),
                        document == null ? null : document.url(),
                        document == null ? null : document.name(),
                        document == null ? null : document.type().mediaType(),
                        lesson.durationSeconds(),
                        opened.resumeAtSeconds(),
                        properties.heartbeatInterval().toSeconds(),
                        properties.maxRate()));
    }

    @PostMapping("/api/v1/playbacks/{playbackId}/heartbeats")
    Acknowledged beat(
            @PathVariable PlaybackId playbackId,
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization,
            @Valid @RequestBody HeartbeatReport report) {
        var token = tokens.verify(Bearer.token(authorization), playbackId);
        var heartbeat = Heartbeat.of(
                report.sequence(),
                report.positionSeconds(),
                report.rate(),
                report.intervals(),
                token.durationSeconds());
        var credit = playbacks.beat(token, heartbeat);
        return new Acknowledged(
                credit.credited(),
                credit.refused(),
                credit.refused() == 0 ? List.of() : List.of(new Refusal("not-enough-time", credit.refused())),
                credit.covered(),
                token.durationSeconds(),
                credit.durableSequence(),
                credit.completed());
    }
}
