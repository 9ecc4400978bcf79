package academy.artisan.lms.progress.evidence;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import academy.artisan.lms.course.LessonId;
import academy.artisan.lms.enrolment.EnrolmentId;
import academy.artisan.lms.identity.PersonId;
import academy.artisan.lms.progress.PlaybackId;
import academy.artisan.lms.progress.evidence.Difference.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds playbacks that were credited more than their time allows. */
@Component
class PlaybackProofs {

    private final JdbcClient jdbc;
    private final Duration spare;

    PlaybackProofs(JdbcClient jdbc, EvidenceProperties properties) {
        this.jdbc = jdbc;
        this.spare = properties.mostSpareTime();
    }

    /** Time before the first credited second may have been left to it, but only so much; one statement. */
    List<Difference> tooFast(List<EnrolmentId> enrolments) {
        return jdbc.sql("""
                        select playback_id, person_id, enrolment_id, lesson_id, credited, allowed from (
                            select playback_id, person_id, enrolment_id, lesson_id,
                                   sum(to_second - from_second) as credited,
                                   floor(extract(epoch from max(until) - min(since))
                                         * greatest(most_rate, (policy ->> 'maxRate')::double precision)) + :spare as allowed
                            from progress.playback join progress.credited_stretch using (playback_id)
                            where enrolment_id = any(:enrolments) group by playback_id
                        ) proof where credited > allowed order by playback_id
                        """)
                .param("enrolments", enrolments.stream().map(EnrolmentId::value).toArray(UUID[]::new))
                .param("spare", spare.toSeconds())
                .query((row, ignored) -> new Difference(
                        Kind.FASTER_THAN_TIME,
                        new PersonId(row.getObject("person_id", UUID.class)),
                        new EnrolmentId(row.getObject("enrolment_id", UUID.class)),
                        new LessonId(row.getObject("lesson_id", UUID.class)),
                        new PlaybackId(row.getObject("playback_id", UUID.class)),
                        null,
                        null,
                        row.getLong("credited"),
                        row.getLong("allowed"),
                        List.of()))
                .list();
    }
}
