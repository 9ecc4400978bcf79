package academy.artisan.lms.progress.playback;

import java.net.URI;
import java.time.Instant;

import academy.artisan.lms.course.ArticleText;
import academy.artisan.lms.course.Lesson;
import academy.artisan.lms.course.LessonId;
import academy.artisan.lms.course.LessonKind;
import academy.artisan.lms.enrolment.EnrolmentId;
import academy.artisan.lms.identity.Caller;
import academy.artisan.lms.progress.PlaybackId;
import academy.artisan.lms.progress.ProgressProperties;
import academy.artisan.lms.progress.VideoStreams;
import academy.artisan.lms.progress.policy.WatchPolicy;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Opening a lesson. */
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
            double maxRate,
            Policy policy) {}

    /** @param dailyCapSeconds how much may be credited on one day, in all courses together */
    record Policy(
            double maxRate,
            boolean inOrder,
            boolean visibleOnly,
            @Nullable Presence presence,
            @Nullable Long dailyCapSeconds) {

        static Policy of(WatchPolicy policy) {
            var checks = policy.presence();
            var cap = policy.dailyCap();
            return new Policy(
                    policy.maxRate(),
                    policy.inOrder(),
                    policy.visibleOnly(),
                    checks == null
                            ? null
                            : new Presence(
                                    checks.every().toSeconds(),
                                    checks.answerWithin().toSeconds()),
                    cap == null ? null : cap.toSeconds());
        }
    }

    /** @param everySeconds credited time between two presence checks on average */
    record Presence(long everySeconds, long answerWithinSeconds) {}

    private final Openings openings;
    private final VideoStreams streams;
    private final ShownDocuments documents;
    private final Watermarks watermarks;
    private final ProgressProperties properties;

    PlaybackController(
            Openings openings,
            VideoStreams streams,
            ShownDocuments documents,
            Watermarks watermarks,
            ProgressProperties properties) {
        this.openings = openings;
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
                        opened.token().policy().maxRate(),
                        Policy.of(opened.token().policy())));
    }
}
