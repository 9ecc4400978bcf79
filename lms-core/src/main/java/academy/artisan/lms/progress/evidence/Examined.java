package academy.artisan.lms.progress.evidence;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

import academy.artisan.lms.enrolment.EnrolmentId;
import academy.artisan.lms.identity.PersonId;
import academy.artisan.lms.support.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Of whom there is progress or evidence at all; both lists are read by keyset, in order of id. */
@Component
class Examined {

    private final JdbcClient jdbc;

    Examined(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<EnrolmentId> enrolments(@Nullable EnrolmentId after, int limit) {
        return jdbc
                .sql("""
                        select enrolment_id from (
                            (select distinct enrolment_id from progress.lesson_progress
                             where enrolment_id > :after order by enrolment_id limit :limit)
                            union
                            (select distinct enrolment_id from progress.playback
                             where enrolment_id > :after order by enrolment_id limit :limit)
                        ) known order by enrolment_id limit :limit
                        """)
                .param("after", after == null ? Ids.BEFORE_ALL : after.value())
                .param("limit", limit)
                .query(UUID.class)
                .list()
                .stream()
                .map(EnrolmentId::new)
                .toList();
    }

    List<PersonId> people(@Nullable PersonId after, int limit) {
        return jdbc
                .sql("""
                        select person_id from (
                            (select distinct person_id from progress.learning_day
                             where person_id > :after order by person_id limit :limit)
                            union
                            (select distinct person_id from progress.playback
                             where person_id > :after order by person_id limit :limit)
                        ) known order by person_id limit :limit
                        """)
                .param("after", after == null ? Ids.BEFORE_ALL : after.value())
                .param("limit", limit)
                .query(UUID.class)
                .list()
                .stream()
                .map(PersonId::new)
                .toList();
    }

    List<PersonId> learnersOf(Collection<EnrolmentId> enrolments) {
        return jdbc
                .sql("""
                        select person_id from progress.lesson_progress where enrolment_id = any(:enrolments)
                        union select person_id from progress.playback where enrolment_id = any(:enrolments)
                        """)
                .param("enrolments", enrolments.stream().map(EnrolmentId::value).toArray(UUID[]::new))
                .query(UUID.class)
                .list()
                .stream()
                .map(PersonId::new)
                .toList();
    }
}
