package academy.artisan.lms.progress.history;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import academy.artisan.lms.course.LessonId;
import academy.artisan.lms.enrolment.EnrolmentId;
import academy.artisan.lms.identity.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Adds up credited stretches by day and lesson. */
@Repository
class CreditedByDay {

    /** @param lesson where progress in it is kept */
    record Line(LocalDate day, EnrolmentId enrolment, LessonId lesson, int seconds) {}

    private final JdbcClient jdbc;

    CreditedByDay(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One statement. What goes over midnight is shared out by time, in whole seconds that add up. */
    List<Line> of(PersonId learner, LocalDate first, LocalDate last, ZoneId zone) {
        return jdbc.sql("""
                        with stretch as (
                            select enrolment_id, lesson_id, to_second - from_second as seconds, since,
                                   greatest(extract(epoch from until - since), 0.000001) as lasting,
                                   (since at time zone :zone)::date as begun, (until at time zone :zone)::date as ended
                            from progress.playback join progress.credited_stretch using (playback_id)
                            where person_id = :person and opened_at < :end and until >= :start and since < :end
                        ), part as (
                            select enrolment_id, lesson_id, seconds, lasting, day::date as day,
                                   least(lasting, greatest(0, extract(epoch from
                                       (day::date::timestamp at time zone :zone) - since))) as elapsed_before,
                                   least(lasting, extract(epoch from
                                       ((day::date + 1)::timestamp at time zone :zone) - since)) as elapsed
                            from stretch, generate_series(begun::timestamp, ended::timestamp, interval '1 day') as day
                        )
                        select day, enrolment_id, lesson_id,
                               sum(floor(seconds * elapsed / lasting) - floor(seconds * elapsed_before / lasting)) as seconds
                        from part where day between :first and :last
                        group by day, enrolment_id, lesson_id
                        having sum(floor(seconds * elapsed / lasting) - floor(seconds * elapsed_before / lasting)) > 0
                        """)
                .param("person", learner.value())
                .param("zone", zone.getId())
                .param("first", first)
                .param("last", last)
                .param("start", first.atStartOfDay(zone).toInstant().atOffset(ZoneOffset.UTC))
                .param("end", last.plusDays(1).atStartOfDay(zone).toInstant().atOffset(ZoneOffset.UTC))
                .query((row, ignored) -> new Line(
                        row.getObject("day", LocalDate.class),
                        new EnrolmentId(row.getObject("enrolment_id", UUID.class)),
                        new LessonId(row.getObject("lesson_id", UUID.class)),
                        row.getInt("seconds")))
                .list();
    }
}
