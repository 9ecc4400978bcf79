package academy.artisan.lms.course;

import java.time.Clock;
import java.time.ZoneOffset;

import academy.artisan.lms.identity.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Lets a copy begin open to no others than its original, so that no copy opens to all what was meant for some. */
@Component
public class SharingOfCopies {

    private final JdbcClient jdbc;
    private final Clock clock;

    SharingOfCopies(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Within the transaction that makes the copy. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(CourseId original, CourseId copy, PersonId by) {
        jdbc.sql("""
                insert into course.sharing (course_id, everyone, unit_ids, revision, changed_at, changed_by)
                select :copy, everyone, unit_ids, 1, :now, :by from course.sharing
                where course_id = :original and not everyone
                """)
                .param("original", original.value())
                .param("copy", copy.value())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("by", by.value())
                .update();
    }
}
