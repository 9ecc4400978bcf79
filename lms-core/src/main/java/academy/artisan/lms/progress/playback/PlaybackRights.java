package academy.artisan.lms.progress.playback;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import academy.artisan.lms.course.Catalog;
import academy.artisan.lms.course.Catalog.VersionNumber;
import academy.artisan.lms.course.Lesson;
import academy.artisan.lms.course.LessonId;
import academy.artisan.lms.enrolment.Enrolment;
import academy.artisan.lms.enrolment.Enrolments;
import academy.artisan.lms.progress.PlaybackSuperseded;
import academy.artisan.lms.progress.PlaybackToken;
import academy.artisan.lms.support.NotFound;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.springframework.stereotype.Component;

/** Whether a playback may go on, as PostgreSQL knows it, whatever Redis says. */
@Component
public class PlaybackRights {

    private static final int MOST_VERSIONS = 5_000;

    /** Of published versions, which never change: when Redis lost everything, all playbacks ask for theirs at once. */
    private final Cache<VersionNumber, Set<LessonId>> credited =
            Caffeine.newBuilder().maximumSize(MOST_VERSIONS).build();

    private final Enrolments enrolments;
    private final Catalog catalog;
    private final PlaybackRecords records;

    PlaybackRights(Enrolments enrolments, Catalog catalog, PlaybackRecords records) {
        this.enrolments = enrolments;
        this.catalog = catalog;
        this.records = records;
    }

    /**
     * Ends unless it may go on at this moment.
     *
     * @throws PlaybackSuperseded if the learner has a newer playback
     * @throws PlaybackRevoked if it was revoked
     * @throws LessonReplaced if what is watched is not in the learner's version any more
     */
    public void require(PlaybackToken token) {
        requireNewest(records.newestPlayback(token.learner()), token);
        var enrolment = enrolments.find(List.of(token.enrolmentId())).stream()
                .filter(found -> found.learner().equals(token.learner()))
                .findFirst()
                .orElseThrow(() -> new NotFound("enrolment", token.enrolmentId()));
        requireCredited(enrolment.requireCurrent(), token);
    }

    /**
     * The same, and it may go on until the transaction ends: nobody moves the learner or revokes the playback before.
     * The enrolment is held before the playback, as whoever moves learners does.
     */
    void hold(PlaybackToken token) {
        requireNewest(records.newestPlayback(token.learner()), token);
        requireCredited(enrolments.hold(token.learner(), token.enrolmentId()).requireCurrent(), token);
        requireNewest(records.holdNewestPlayback(token.learner()), token);
    }

    private static void requireNewest(Optional<PlaybackRecords.OpenPlayback> newest, PlaybackToken token) {
        var playback = newest.filter(found -> found.playbackId().equals(token.playbackId()))
                .orElseThrow(PlaybackSuperseded::new);
        if (playback.isRevoked()) {
            throw new PlaybackRevoked();
        }
    }

    private void requireCredited(Enrolment enrolment, PlaybackToken token) {
        var version = new VersionNumber(enrolment.courseId(), enrolment.version());
        if (!lessons(version).contains(token.lessonId())) {
            throw new LessonReplaced();
        }
    }

    /** Two may read the same: nobody who holds a connection waits for one who has none. */
    private Set<LessonId> lessons(VersionNumber version) {
        var known = credited.getIfPresent(version);
        if (known != null) {
            return known;
        }
        var lessons = catalog.get(version.courseId(), version.version())
                .lessons()
                .map(Lesson::creditedAs)
                .collect(Collectors.toUnmodifiableSet());
        credited.put(version, lessons);
        return lessons;
    }
}
