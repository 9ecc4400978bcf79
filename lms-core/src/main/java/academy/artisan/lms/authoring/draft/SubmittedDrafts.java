package academy.artisan.lms.authoring.draft;

import java.util.Optional;
import java.util.UUID;

import academy.artisan.lms.identity.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Drafts as they were submitted: what authors do to them meanwhile is not for reviewers of other groups. */
@Component
class SubmittedDrafts {

    private final JdbcClient jdbc;
    private final Revisions revisions;

    SubmittedDrafts(JdbcClient jdbc, Revisions revisions) {
        this.jdbc = jdbc;
        this.revisions = revisions;
    }

    /** The draft as it waits for a decision; empty if none does. */
    Optional<CourseDraft> of(CourseDraft draft) {
        return jdbc.sql("""
                        select revision, person_id, saved_at
                        from authoring.review join authoring.revision using (course_id, revision)
                        where course_id = :course and state = 'OPEN'
                        """)
                .param("course", draft.courseId().value())
                .query((row, ignored) -> draft.asOf(
                        row.getInt("revision"),
                        revisions.requireContentAt(draft.courseId(), row.getInt("revision")),
                        new PersonId(row.getObject("person_id", UUID.class)),
                        CourseDrafts.instant(row, "saved_at")))
                .optional();
    }
}
