package academy.artisan.lms.progress.settling;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import academy.artisan.lms.identity.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How much was credited to learners day by day, in PostgreSQL. */
@Repository
public class LearningDays {

    private final JdbcClient jdbc;

    LearningDays(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A day's count only grows, so the greater one is the newer. */
    void write(List<Changed> batch) {
        var counts = new TreeMap<UUID, Map<LocalDate, Integer>>();
        for (var change : batch) {
            var days = counts.computeIfAbsent(change.lesson().learner().value(), learner -> new HashMap<>());
            change.days().forEach((day, seconds) -> days.merge(day, seconds, Math::max));
        }
        var rows = counts.entrySet().stream()
                .flatMap(learner -> learner.getValue().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(day -> new Row(learner.getKey(), day.getKey().toString(), day.getValue())))
                .toList();
        if (rows.isEmpty()) {
            return;
        }
        jdbc.sql("""
                insert into progress.learning_day as known (person_id, day, credited_seconds)
                select * from unnest(:people::uuid[], :days::date[], :seconds::int[])
                on conflict (person_id, day) do update set credited_seconds = excluded.credited_seconds
                where excluded.credited_seconds > known.credited_seconds
                """)
                .param("people", Columns.of(rows, UUID[]::new, Row::person))
                .param("days", Columns.of(rows, String[]::new, Row::day))
                .param("seconds", Columns.of(rows, Integer[]::new, Row::seconds))
                .update();
    }

    private record Row(UUID person, String day, int seconds) {}

    /** Seconds by day, from this day on. */
    public Map<LocalDate, Integer> since(PersonId learner, LocalDate first) {
        var days = new TreeMap<LocalDate, Integer>();
        jdbc.sql("""
                select day, credited_seconds from progress.learning_day where person_id = :person and day >= :first
                """).param("person", learner.value()).param("first", first).query(row -> {
            days.put(row.getObject("day", LocalDate.class), row.getInt("credited_seconds"));
        });
        return days;
    }
}
