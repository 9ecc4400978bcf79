package academy.artisan.lms.progress.evidence;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;

import academy.artisan.lms.audit.AuditTrail;
import academy.artisan.lms.audit.Subject;
import academy.artisan.lms.course.Catalog;
import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.enrolment.EnrolmentId;
import academy.artisan.lms.enrolment.Enrolments;
import academy.artisan.lms.identity.Caller;
import academy.artisan.lms.identity.PersonId;
import academy.artisan.lms.jobs.Jobs;
import academy.artisan.lms.progress.evidence.EvidenceCheck.Totals;
import academy.artisan.lms.support.InvalidFields;
import academy.artisan.lms.support.NotFound;
import academy.artisan.lms.support.Page;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** Computes progress anew from its evidence and names what differs; it changes nothing of either. */
@Service
class EvidenceChecks {

    private static final Logger log = LoggerFactory.getLogger(EvidenceChecks.class);
    private static final int BATCH = 500;

    /** A batch takes seconds: whoever is silent for so long is gone. */
    private static final Duration LONGEST_SILENCE = Duration.ofMinutes(15);

    private static final int LONGEST_FAILURE = 500;

    private final EvidenceCheckRecords records;
    private final Differences differences;
    private final Examined examined;
    private final LessonProofs lessons;
    private final PlaybackProofs playbacks;
    private final DayProofs days;
    private final Enrolments enrolments;
    private final Catalog catalog;
    private final Jobs jobs;
    private final AuditTrail trail;
    private final TransactionOperations transaction;
    private final Clock clock;

    EvidenceChecks(
            EvidenceCheckRecords records,
            Differences differences,
            Examined examined,
            LessonProofs lessons,
            PlaybackProofs playbacks,
            DayProofs days,
            Enrolments enrolments,
            Catalog catalog,
            Jobs jobs,
            AuditTrail trail,
            TransactionOperations transaction,
            Clock clock) {
        this.records = records;
        this.differences = differences;
        this.examined = examined;
        this.lessons = lessons;
        this.playbacks = playbacks;
        this.days = days;
        this.enrolments = enrolments;
        this.catalog = catalog;
        this.jobs = jobs;
        this.trail = trail;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Of an enrolment it is done at once; of a course, or of everything, as soon as a worker is free. */
    EvidenceCheck ask(Caller caller, @Nullable EnrolmentId enrolment, @Nullable CourseId course) {
        caller.requireAdmin();
        requireKnown(enrolment, course);
        var id = EvidenceCheckId.next();
        transaction.executeWithoutResult(ignored -> {
            records.add(id, enrolment, course, caller.personId(), clock.instant(), enrolment != null);
            trail.record(caller.personId(), "evidence-checked", Subject.of("evidence-check", id), Map.of());
            if (enrolment == null) {
                jobs.schedule(EvidenceConfiguration.CHECK, id.toString(), clock.instant());
            }
        });
        if (enrolment != null) {
            run(id);
        }
        return get(caller, id);
    }

    private void requireKnown(@Nullable EnrolmentId enrolment, @Nullable CourseId course) {
        if (enrolment != null && course != null) {
            throw new InvalidFields("courseId", "Null", "must not be given");
        }
        if (enrolment != null && enrolments.find(List.of(enrolment)).isEmpty()) {
            throw new NotFound("enrolment", enrolment);
        }
        if (course != null && catalog.latest(course).isEmpty()) {
            throw new NotFound("course", course);
        }
    }

    EvidenceCheck get(Caller caller, EvidenceCheckId id) {
        caller.requireAdmin();
        var check = records.find(id).orElseThrow(() -> new NotFound("evidence check", id));
        return new EvidenceCheck(
                check.checkId(),
                check.enrolmentId(),
                check.courseId(),
                check.askedAt(),
                check.askedBy(),
                check.endedAt(),
                check.failure(),
                check.totals(),
                check.differenceCount(),
                differences.of(id));
    }

    /** Newest first, without what they name. */
    Page<EvidenceCheck> page(Caller caller, @Nullable EvidenceCheckId after, int limit) {
        caller.requireAdmin();
        return Page.cut(
                records.before(after, limit + 1),
                limit,
                check -> check.checkId().toString());
    }

    void runOfEverything() {
        var id = EvidenceCheckId.next();
        records.add(id, null, null, null, clock.instant(), true);
        run(id);
    }

    /** Those whose node died; if they are done again all the same, they are under way again. */
    void endLost() {
        var now = clock.instant();
        var lost = records.failSilentSince(now.minus(LONGEST_SILENCE), "Interrupted: whoever did it is gone", now);
        if (lost > 0) {
            log.warn("{} evidence checks were interrupted", lost);
        }
    }

    /** From the beginning, also when a run before this one was interrupted. */
    void run(EvidenceCheckId id) {
        var check = records.find(id).orElseThrow(() -> new NotFound("evidence check", id));
        try {
            run(check);
        } catch (RuntimeException failure) {
            fail(id, failure);
            throw failure;
        }
    }

    /** If even that cannot be noted, it is found to be lost. */
    private void fail(EvidenceCheckId id, RuntimeException failure) {
        var cause = String.valueOf(NestedExceptionUtils.getMostSpecificCause(failure));
        try {
            records.fail(id, cause.substring(0, Math.min(cause.length(), LONGEST_FAILURE)), clock.instant());
        } catch (DataAccessException away) {
            log.warn("It cannot be noted that evidence check {} failed: {}", id, away.getMessage());
        }
    }

    private void run(EvidenceCheck check) {
        var id = check.checkId();
        records.alive(id, clock.instant());
        differences.clear(id);
        var run = new Run(id);
        if (check.enrolmentId() != null) {
            run.enrolmentsAndLearners(List.of(check.enrolmentId()));
        } else if (check.courseId() != null) {
            run.enrolmentsAndLearners(enrolments.ever(check.courseId()));
        } else {
            inBatches(examined::enrolments, run::enrolments);
            inBatches(examined::people, run::learners);
        }
        records.end(id, run.totals, run.found, clock.instant());
        log.info("Evidence check {}: {} differences, {}", id, run.found, run.totals);
    }

    private static <I> void inBatches(BiFunction<@Nullable I, Integer, List<I>> read, Consumer<List<I>> work) {
        for (var batch = read.apply(null, BATCH); !batch.isEmpty(); batch = read.apply(batch.getLast(), BATCH)) {
            work.accept(batch);
        }
    }

    /** What a check has found so far. */
    private final class Run {

        private final EvidenceCheckId id;
        private Totals totals = Totals.NONE;
        private int found;

        Run(EvidenceCheckId id) {
            this.id = id;
        }

        void enrolmentsAndLearners(List<EnrolmentId> all) {
            var people = new HashSet<PersonId>();
            for (var from = 0; from < all.size(); from += BATCH) {
                var batch = all.subList(from, Math.min(all.size(), from + BATCH));
                enrolments(batch);
                var fresh = new ArrayList<>(examined.learnersOf(batch));
                fresh.removeIf(person -> !people.add(person));
                learners(fresh);
            }
        }

        void enrolments(List<EnrolmentId> batch) {
            var proofs = lessons.of(batch);
            totals = totals.with(batch.size(), proofs);
            proofs.forEach(proof -> proof.differences().forEach(this::note));
            playbacks.tooFast(batch).forEach(this::note);
            records.alive(id, clock.instant());
        }

        void learners(List<PersonId> batch) {
            days.differences(batch).forEach(this::note);
            records.alive(id, clock.instant());
        }

        private void note(Difference difference) {
            found++;
            if (found <= EvidenceCheck.MOST_NAMED) {
                differences.add(id, found, difference);
                log.warn("Evidence check {} found {}", id, difference);
            }
        }
    }
}
