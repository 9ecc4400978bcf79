package academy.artisan.lms.completion;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import academy.artisan.lms.course.Catalog;
import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.course.LearningHours;
import academy.artisan.lms.course.Lesson;
import academy.artisan.lms.course.LessonId;
import academy.artisan.lms.enrolment.Enrolment;
import academy.artisan.lms.enrolment.EnrolmentId;
import academy.artisan.lms.progress.Coverage;
import academy.artisan.lms.progress.LessonProgress;
import academy.artisan.lms.progress.LessonProof;
import academy.artisan.lms.progress.PlaybackRecord;
import academy.artisan.lms.progress.Progress;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says why an enrolment is completed or not, and shows the durable evidence. */
@Component
class Explanations {

    /**
     * One lesson's part in it.
     *
     * @param watchedSeconds watched in all, repeated seconds too
     * @param watched which seconds are on record, from (inclusive) to (exclusive)
     * @param missingSeconds how many more complete the lesson
     * @param proof what proves the covered seconds: those of all stretches, and those without
     * @param playbacks the newest; the proof says how many there are
     */
    record LessonEvidence(
            LessonId lessonId,
            String title,
            boolean completed,
            int coveredSeconds,
            int watchedSeconds,
            int requiredSeconds,
            int durationSeconds,
            int missingSeconds,
            List<Coverage.Range> watched,
            LessonProof proof,
            List<PlaybackRecord> playbacks) {}

    private record Evidence(List<PlaybackRecord> playbacks, Map<LessonId, LessonProof> proofs) {}

    record Granted(int number, int seconds, BigDecimal hours, String reason, Instant enteredAt, String hash) {}

    /**
     * @param endedAt when a new enrolment took the place of this one
     * @param replacedBy that new enrolment
     * @param ledgerIntact whether the learner's whole chain of ledger entries is as it was written
     */
    record Explanation(
            EnrolmentId enrolmentId,
            CourseId courseId,
            int courseVersion,
            String courseDigest,
            int ruleVersion,
            boolean completed,
            @Nullable Instant completedAt,
            @Nullable Instant endedAt,
            @Nullable EnrolmentId replacedBy,
            BigDecimal hours,
            List<LessonEvidence> lessons,
            List<Granted> ledger,
            boolean ledgerIntact) {}

    /** How many openings of each lesson are shown. */
    private static final int MOST_PLAYBACKS = 20;

    private final Catalog catalog;
    private final Progress progress;
    private final Completions completions;
    private final HoursLedger ledger;

    Explanations(Catalog catalog, Progress progress, Completions completions, HoursLedger ledger) {
        this.catalog = catalog;
        this.progress = progress;
        this.completions = completions;
        this.ledger = ledger;
    }

    Explanation of(Enrolment enrolment) {
        var course = catalog.get(enrolment.courseId(), enrolment.version());
        var settled = progress.settled(List.of(enrolment.enrolmentId()));
        var evidence = new Evidence(
                progress.newestPlaybacks(enrolment.enrolmentId(), MOST_PLAYBACKS),
                progress.proofs(enrolment.enrolmentId()));
        var completion = completions.find(enrolment.enrolmentId());
        var chain = ledger.of(enrolment.learner());
        return new Explanation(
                enrolment.enrolmentId(),
                enrolment.courseId(),
                enrolment.version(),
                course.digest(),
                completion.map(Completion::ruleVersion).orElse(CompletionRule.VERSION),
                completion.isPresent(),
                completion.map(Completion::completedAt).orElse(null),
                enrolment.endedAt(),
                enrolment.replacedBy(),
                completion.map(Completion::hours).orElse(LearningHours.of(0)),
                course.lessons()
                        .map(lesson -> evidence(lesson, settled, evidence))
                        .toList(),
                chain.stream()
                        .filter(entry -> entry.enrolmentId().equals(enrolment.enrolmentId()))
                        .map(Explanations::granted)
                        .toList(),
                HoursLedger.isIntact(chain));
    }

    private LessonEvidence evidence(Lesson lesson, List<LessonProgress> settled, Evidence evidence) {
        var known = settled.stream()
                .filter(progressed -> progressed.lessonId().equals(lesson.creditedAs()))
                .findFirst();
        var coverage = known.map(LessonProgress::coverage);
        var covered = coverage.map(Coverage::seconds).orElse(0);
        var required = progress.secondsToComplete(lesson.durationSeconds());
        return new LessonEvidence(
                lesson.id(),
                lesson.title(),
                covered >= required,
                covered,
                known.map(progressed -> (int) (progressed.watchedMillis() / 1000))
                        .orElse(0),
                required,
                lesson.durationSeconds(),
                Math.max(0, required - covered),
                coverage.map(Coverage::ranges).orElse(List.of()),
                evidence.proofs().getOrDefault(lesson.creditedAs(), LessonProof.NONE),
                evidence.playbacks().stream()
                        .filter(playback -> playback.lessonId().equals(lesson.creditedAs()))
                        .toList());
    }

    private static Granted granted(LedgerEntry entry) {
        return new Granted(
                entry.number(),
                entry.seconds(),
                LearningHours.of(entry.seconds()),
                entry.reason(),
                entry.enteredAt(),
                entry.hash());
    }
}
