package academy.artisan.lms.progress.settling;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import academy.artisan.lms.course.LessonId;
import academy.artisan.lms.enrolment.EnrolmentId;
import academy.artisan.lms.progress.Coverage;
import academy.artisan.lms.progress.LessonProgress;
import academy.artisan.lms.progress.LessonsCompleted;
import academy.artisan.lms.progress.ProgressProperties;
import academy.artisan.lms.progress.ProgressSettled;
import academy.artisan.lms.progress.settling.Unsettled.Settlement;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Progress as PostgreSQL knows it: durable. */
@Component
public class Settled {

    private static final Comparator<Changed> ORDER = Comparator.comparing(
                    (Changed change) -> change.lesson().enrolment().value())
            .thenComparing(change -> change.lesson().lesson().value());

    private record LessonOfEnrolment(UUID enrolment, UUID lesson) {

        static LessonOfEnrolment of(Changed change) {
            return new LessonOfEnrolment(
                    change.lesson().enrolment().value(),
                    change.lesson().lesson().value());
        }
    }

    private final JdbcClient jdbc;
    private final Evidence evidence;
    private final LearningDays days;
    private final ProgressProperties properties;
    private final ApplicationEventPublisher events;

    Settled(
            JdbcClient jdbc,
            Evidence evidence,
            LearningDays days,
            ProgressProperties properties,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.evidence = evidence;
        this.days = days;
        this.properties = properties;
        this.events = events;
    }

    public List<LessonProgress> lessons(Collection<EnrolmentId> enrolments) {
        return jdbc.sql("""
                        select enrolment_id, lesson_id, coverage::text as coverage, position_seconds, watched_millis,
                               changed_at
                        from progress.lesson_progress where enrolment_id = any(:enrolments)
                        """)
                .param("enrolments", enrolments.stream().map(EnrolmentId::value).toArray(UUID[]::new))
                .query((row, ignored) -> new LessonProgress(
                        new EnrolmentId(row.getObject("enrolment_id", UUID.class)),
                        new LessonId(row.getObject("lesson_id", UUID.class)),
                        Coverage.ofMultirange(row.getString("coverage")),
                        row.getInt("position_seconds"),
                        row.getLong("watched_millis"),
                        row.getObject("changed_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /**
     * Writes a batch by a few statements, in order of key so that two nodes cannot lock each other out. What is known
     * is united with what is there, and nothing is added up: settling the same again, late or twice, changes nothing.
     * Whether a lesson is completed is decided by what PostgreSQL knows, which is more than a Redis knows that failed
     * over to an older copy.
     */
    @Transactional
    public List<Settlement> settle(Collection<Changed> changes) {
        var settlements = write(changes);
        var completed = settlements.stream()
                .filter(settlement ->
                        settlement.completed() && !settlement.change().judged())
                .map(settlement -> settlement.change().lesson().enrolment())
                .distinct()
                .toList();
        if (!completed.isEmpty()) {
            events.publishEvent(new LessonsCompleted(completed));
        }
        return settlements;
    }

    /** The same, and nobody hears of it. */
    @Transactional
    public List<Settlement> write(Collection<Changed> changes) {
        var batch = changes.stream().sorted(ORDER).toList();
        var covered = writeLessons(batch);
        evidence.write(batch);
        evidence.noteUnproved(batch);
        days.write(batch);
        return batch.stream()
                .map(change -> settlement(change, covered.getOrDefault(LessonOfEnrolment.of(change), 0)))
                .toList();
    }

    private Settlement settlement(Changed change, int covered) {
        return new Settlement(
                change,
                covered >= properties.secondsToComplete(change.length()),
                covered > change.coverage().seconds());
    }

    /** Lets others hear of what was settled. */
    @Transactional
    public void tell(List<EnrolmentId> enrolments) {
        if (!enrolments.isEmpty()) {
            events.publishEvent(new ProgressSettled(enrolments));
        }
    }

    /** Answers how many seconds are covered now. */
    private Map<LessonOfEnrolment, Integer> writeLessons(List<Changed> batch) {
        var covered = new HashMap<LessonOfEnrolment, Integer>();
        jdbc.sql("""
                insert into progress.lesson_progress as known
                    (person_id, enrolment_id, lesson_id, coverage, covered_seconds, watched_millis, position_seconds,
                     changed_at)
                select person, enrolment, lesson, coverage::int4multirange, seconds, watched, position,
                       timestamptz 'epoch' + at * interval '1 microsecond'
                from unnest(:people::uuid[], :enrolments::uuid[], :lessons::uuid[], :coverages::text[],
                            :seconds::int[], :watched::bigint[], :positions::int[], :times::bigint[])
                     as change (person, enrolment, lesson, coverage, seconds, watched, position, at)
                on conflict (enrolment_id, lesson_id) do update set
                    coverage = known.coverage + excluded.coverage,
                    covered_seconds = case when known.coverage <@ excluded.coverage then excluded.covered_seconds
                                      else (select coalesce(sum(upper(range) - lower(range)), 0)
                                            from unnest(known.coverage + excluded.coverage) as range) end,
                    watched_millis = greatest(known.watched_millis, excluded.watched_millis),
                    position_seconds = case when excluded.changed_at >= known.changed_at
                                       then excluded.position_seconds else known.position_seconds end,
                    changed_at = greatest(known.changed_at, excluded.changed_at)
                returning enrolment_id, lesson_id, covered_seconds
                """)
                .param("people", Columns.ids(batch, change -> change.lesson().learner()))
                .param(
                        "enrolments",
                        Columns.ids(batch, change -> change.lesson().enrolment()))
                .param("lessons", Columns.ids(batch, change -> change.lesson().lesson()))
                .param(
                        "coverages",
                        Columns.of(
                                batch,
                                String[]::new,
                                change -> change.coverage().toMultirange()))
                .param(
                        "seconds",
                        Columns.of(
                                batch,
                                Integer[]::new,
                                change -> change.coverage().seconds()))
                .param("watched", Columns.of(batch, Long[]::new, Changed::watchedMillis))
                .param("positions", Columns.of(batch, Integer[]::new, Changed::position))
                .param("times", Columns.times(batch, Changed::at))
                .query(row -> {
                    covered.put(
                            new LessonOfEnrolment(
                                    row.getObject("enrolment_id", UUID.class), row.getObject("lesson_id", UUID.class)),
                            row.getInt("covered_seconds"));
                });
        return covered;
    }
}
