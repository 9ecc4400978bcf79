package academy.artisan.lms.progress.token;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.course.LessonId;
import academy.artisan.lms.course.VideoId;
import academy.artisan.lms.enrolment.EnrolmentId;
import academy.artisan.lms.identity.PersonId;
import academy.artisan.lms.progress.PlaybackId;
import academy.artisan.lms.progress.PlaybackToken;
import academy.artisan.lms.progress.inflight.InFlightStore;
import academy.artisan.lms.progress.policy.WatchPolicy;
import academy.artisan.lms.progress.policy.WatchPolicy.PresenceChecks;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;

/**
 * The claims of a playback token, in short: what a policy does not ask is left out.
 *
 * @param jti the playback
 * @param sub the learner
 * @param opn when the playback began, in microseconds; missing in tokens from before that was needed
 * @param iat the same in whole seconds
 * @param prs seconds between presence checks, and to answer one
 * @param cap seconds that may be credited on a day
 * @param use {@code preview} if nothing is credited
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record PlaybackClaims(
        PlaybackId jti,
        PersonId sub,
        EnrolmentId enr,
        CourseId crs,
        LessonId les,
        @Nullable VideoId vid,
        int dur,
        double rate,
        @Nullable Boolean ord,
        @Nullable Boolean vis,
        @Nullable List<Long> prs,
        @Nullable Long cap,
        @Nullable Long opn,
        long iat,
        long exp,
        @Nullable String use) {

    private static final String PREVIEW = "preview";

    static PlaybackClaims of(PlaybackToken token) {
        var policy = token.policy();
        var checks = policy.presence();
        var cap = policy.dailyCap();
        return new PlaybackClaims(
                token.playbackId(),
                token.learner(),
                token.enrolmentId(),
                token.courseId(),
                token.lessonId(),
                token.videoId(),
                token.durationSeconds(),
                policy.maxRate(),
                policy.inOrder() ? true : null,
                policy.visibleOnly() ? true : null,
                checks == null
                        ? null
                        : List.of(
                                checks.every().toSeconds(),
                                checks.answerWithin().toSeconds()),
                cap == null ? null : cap.toSeconds(),
                InFlightStore.micros(token.openedAt()),
                token.openedAt().getEpochSecond(),
                token.expiresAt().getEpochSecond(),
                token.isPreview() ? PREVIEW : null);
    }

    PlaybackToken token() {
        return new PlaybackToken(
                jti,
                sub,
                enr,
                crs,
                les,
                vid,
                dur,
                policy(),
                opn == null ? Instant.ofEpochSecond(iat).plus(1, ChronoUnit.SECONDS) : InFlightStore.instant(opn),
                Instant.ofEpochSecond(exp),
                PREVIEW.equals(use));
    }

    private WatchPolicy policy() {
        return new WatchPolicy(
                rate,
                ord != null,
                vis != null,
                prs == null
                        ? null
                        : new PresenceChecks(Duration.ofSeconds(prs.getFirst()), Duration.ofSeconds(prs.getLast())),
                cap == null ? null : Duration.ofSeconds(cap));
    }
}
