package academy.artisan.lms.completion;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import academy.artisan.lms.enrolment.Enrolment;
import academy.artisan.lms.enrolment.EnrolmentId;
import academy.artisan.lms.enrolment.Enrolments;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Completions on record, each with its entry in the hours ledger. */
@Component
class Completions {

    private final JdbcClient jdbc;
    private final Enrolments enrolments;
    private final HoursLedger ledger;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Completions(
            JdbcClient jdbc, Enrolments enrolments, HoursLedger ledger, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.enrolments = enrolments;
        this.ledger = ledger;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Records a completion with its hours; one that is on record already stays as it is. An enrolment that was moved or
     * ended since it was read is not completed: where it is now, it is judged again.
     */
    void record(Enrolment enrolment, int seconds) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (!enrolments.complete(enrolment.enrolmentId(), enrolment.version(), now)) {
            return;
        }
        var inserted = jdbc.sql("""
                        insert into completion.completion
                            (enrolment_id, course_version, rule_version, seconds, completed_at)
                        values (:enrolment, :course, :rule, :seconds, :now)
                        on conflict do nothing
                        """)
                .param("enrolment", enrolment.enrolmentId().value())
                .param("course", enrolment.version())
                .param("rule", CompletionRule.VERSION)
                .param("seconds", seconds)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        if (inserted == 1) {
            ledger.append(enrolment.learner(), enrolment.enrolmentId(), seconds, "COURSE_COMPLETED", now);
            events.publishEvent(new CourseCompleted(enrolment.enrolmentId()));
        }
    }

    Optional<Completion> find(EnrolmentId enrolment) {
        return Optional.ofNullable(find(List.of(enrolment)).get(enrolment));
    }

    /** How many of these enrolments are completed, and what was covered in them. */
    Sum sum(Collection<EnrolmentId> enrolments) {
        return jdbc.sql("""
                        select count(*) as people, coalesce(sum(seconds), 0) as seconds
                        from completion.completion where enrolment_id = any(:enrolments)
                        """)
                .param("enrolments", enrolments.stream().map(EnrolmentId::value).toArray(UUID[]::new))
                .query((row, ignored) -> new Sum(row.getInt("people"), row.getLong("seconds")))
                .single();
    }

    /** Completions taken together. */
    record Sum(int people, long seconds) {}

    Map<EnrolmentId, Completion> find(Collection<EnrolmentId> enrolments) {
        return jdbc
                .sql("select * from completion.completion where enrolment_id = any(:enrolments)")
                .param("enrolments", enrolments.stream().map(EnrolmentId::value).toArray(UUID[]::new))
                .query((row, ignored) -> new Completion(
                        new EnrolmentId(row.getObject("enrolment_id", UUID.class)),
                        row.getInt("course_version"),
                        row.getInt("rule_version"),
                        row.getInt("seconds"),
                        row.getObject("completed_at", OffsetDateTime.class).toInstant()))
                .list()
                .stream()
                .collect(Collectors.toMap(Completion::enrolmentId, Function.identity()));
    }
}
