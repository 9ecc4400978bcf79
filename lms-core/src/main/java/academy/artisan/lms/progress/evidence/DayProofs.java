package academy.artisan.lms.progress.evidence;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import academy.artisan.lms.identity.PersonId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds days whose count of credited seconds is not that of their stretches. A stretch may go over midnight, and how
 * much of it belongs to which day is not told: the days that it joins are added up together. Only days that are over
 * are looked at, and only those whose evidence is still kept.
 */
@Component
class DayProofs {

    private final JdbcClient jdbc;
    private final EvidenceProperties properties;
    private final ZoneId zone;
    private final Clock clock;

    DayProofs(
            JdbcClient jdbc,
            EvidenceProperties properties,
            @Value("${lms.time-zone:Asia/Shanghai}") ZoneId zone,
            Clock clock) {
        this.jdbc = jdbc;
        this.properties = properties;
        this.zone = zone;
        this.clock = clock;
    }

    /** One statement. */
    List<Difference> differences(Collection<PersonId> people) {
        var today = LocalDate.ofInstant(clock.instant(), zone);
        return jdbc.sql("""
                        with line as (
                            select person_id, (since at time zone :zone)::date as first,
                                   (until at time zone :zone)::date as last,
                                   0 as recorded, to_second - from_second as proved
                            from progress.playback join progress.credited_stretch using (playback_id)
                            where person_id = any(:people)
                            union all
                            select person_id, day, day, credited_seconds, 0
                            from progress.learning_day where person_id = any(:people)
                        ), marked as (
                            select *, first > max(last) over (partition by person_id order by first, last
                                                              rows between unbounded preceding and 1 preceding) as begins
                            from line
                        ), joined as (
                            select *, count(*) filter (where begins) over (partition by person_id order by first) as number
                            from marked
                        )
                        select person_id, min(first) as first, max(last) as last, sum(recorded) as recorded,
                               sum(proved) as proved
                        from joined group by person_id, number
                        having sum(recorded) <> sum(proved) and min(first) > :kept and max(last) < :today
                        order by person_id, first
                        """)
                .param("people", people.stream().map(PersonId::value).toArray(UUID[]::new))
                .param("zone", zone.getId())
                .param("kept", today.minus(properties.evidenceKept()))
                .param("today", today)
                .query((row, ignored) -> Difference.ofDays(
                        new PersonId(row.getObject("person_id", UUID.class)),
                        row.getObject("first", LocalDate.class),
                        row.getObject("last", LocalDate.class),
                        row.getLong("recorded"),
                        row.getLong("proved")))
                .list();
    }
}
