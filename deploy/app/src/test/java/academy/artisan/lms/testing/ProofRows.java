package academy.artisan.lms.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Progress and its evidence as if time had passed long ago, for one learner in one lesson of an enrolment. */
public record ProofRows(JdbcClient jdbc, UUID person, UUID enrolment, UUID lesson) {

    /** A playback that was opened then; its id says so, too. */
    public UUID playback(Instant openedAt, double maxRate) {
        var id = new UUID(
                openedAt.toEpochMilli() << 16 | 0x7000, UUID.randomUUID().getLeastSignificantBits());
        jdbc.sql("""
                insert into progress.playback (playback_id, person_id, enrolment_id, lesson_id, opened_at, policy)
                values (:id, :person, :enrolment, :lesson, :at, jsonb_build_object('maxRate', :rate::float8))
                """)
                .param("id", id)
                .param("person", person)
                .param("enrolment", enrolment)
                .param("lesson", lesson)
                .param("at", openedAt.atOffset(ZoneOffset.UTC))
                .param("rate", maxRate)
                .update();
        return id;
    }

    public void stretch(UUID playback, int from, int to, Instant since, Duration lasting) {
        jdbc.sql("insert into progress.credited_stretch values (:playback, :from, :to, :since, :until)")
                .param("playback", playback)
                .param("from", from)
                .param("to", to)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("until", since.plus(lasting).atOffset(ZoneOffset.UTC))
                .update();
    }

    public void refusal(UUID playback, Instant at) {
        jdbc.sql("insert into progress.refusal values (:playback, 'page-hidden', :at, :at, 3, 5, 10, 15)")
                .param("playback", playback)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    public void presenceCheck(UUID playback, Instant at) {
        jdbc.sql("insert into progress.presence_check values (:id, :playback, :at, :at)")
                .param("id", UUID.randomUUID())
                .param("playback", playback)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    public void coverage(String ranges, Instant at) {
        jdbc.sql("""
                insert into progress.lesson_progress
                    (person_id, enrolment_id, lesson_id, coverage, covered_seconds, watched_millis, position_seconds,
                     changed_at)
                values (:person, :enrolment, :lesson, :ranges::int4multirange,
                        progress.seconds_in(:ranges::int4multirange), 0, 0, :at)
                """)
                .param("person", person)
                .param("enrolment", enrolment)
                .param("lesson", lesson)
                .param("ranges", ranges)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    public void day(LocalDate day, int seconds) {
        jdbc.sql("""
                insert into progress.learning_day values (:person, :day, :seconds)
                on conflict (person_id, day) do update set credited_seconds = :seconds
                """)
                .param("person", person)
                .param("day", day)
                .param("seconds", seconds)
                .update();
    }

    /** Two seconds for each second of coverage, a playback, a stretch and a day: everything fits. */
    public UUID sound(int seconds, Instant at, LocalDate day) {
        var playback = playback(at, 1);
        stretch(playback, 0, seconds, at, Duration.ofSeconds(2L * seconds));
        coverage("{[0,%d)}".formatted(seconds), at.plusSeconds(2L * seconds));
        day(day, seconds);
        return playback;
    }
}
