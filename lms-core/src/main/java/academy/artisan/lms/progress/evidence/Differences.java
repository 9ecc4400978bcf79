package academy.artisan.lms.progress.evidence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import academy.artisan.lms.course.LessonId;
import academy.artisan.lms.enrolment.EnrolmentId;
import academy.artisan.lms.identity.PersonId;
import academy.artisan.lms.progress.Coverage;
import academy.artisan.lms.progress.PlaybackId;
import academy.artisan.lms.progress.evidence.Difference.Kind;
import academy.artisan.lms.support.Id;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What checks found, in PostgreSQL. */
@Component
class Differences {

    private final JdbcClient jdbc;

    Differences(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Forgets what a run of this check found that did not end. */
    void clear(EvidenceCheckId check) {
        jdbc.sql("delete from progress.evidence_difference where check_id = :check")
                .param("check", check.value())
                .update();
    }

    void add(EvidenceCheckId check, int number, Difference found) {
        jdbc.sql("""
                insert into progress.evidence_difference
                    (check_id, number, kind, person_id, enrolment_id, lesson_id, playback_id, first_day, last_day,
                     recorded, proved, seconds)
                values (:check, :number, :kind, :person, :enrolment, :lesson, :playback, :first, :last,
                        :recorded, :proved, :seconds::int4multirange)
                """)
                .param("check", check.value())
                .param("number", number)
                .param("kind", found.kind().name())
                .param("person", value(found.personId()))
                .param("enrolment", value(found.enrolmentId()))
                .param("lesson", value(found.lessonId()))
                .param("playback", value(found.playbackId()))
                .param("first", found.firstDay())
                .param("last", found.lastDay())
                .param("recorded", found.recorded())
                .param("proved", found.proved())
                .param("seconds", new Coverage(found.seconds()).toMultirange())
                .update();
    }

    List<Difference> of(EvidenceCheckId check) {
        return jdbc.sql("""
                        select *, seconds::text as ranges from progress.evidence_difference
                        where check_id = :check order by number
                        """)
                .param("check", check.value())
                .query((row, ignored) -> difference(row))
                .list();
    }

    private static Difference difference(ResultSet row) throws SQLException {
        return new Difference(
                Kind.valueOf(row.getString("kind")),
                id(row, "person_id", PersonId::new),
                id(row, "enrolment_id", EnrolmentId::new),
                id(row, "lesson_id", LessonId::new),
                id(row, "playback_id", PlaybackId::new),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                row.getLong("recorded"),
                row.getLong("proved"),
                Coverage.ofMultirange(row.getString("ranges")).ranges());
    }

    private static <I> @Nullable I id(ResultSet row, String column, Function<UUID, I> id) throws SQLException {
        var value = row.getObject(column, UUID.class);
        return value == null ? null : id.apply(value);
    }

    private static @Nullable UUID value(@Nullable Id id) {
        return id == null ? null : id.value();
    }
}
