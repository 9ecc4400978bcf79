package academy.artisan.lms.media.transcode;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import academy.artisan.lms.identity.PersonId;
import academy.artisan.lms.identity.Role;
import academy.artisan.lms.identity.RoleHolders;
import academy.artisan.lms.media.content.ContentId;
import academy.artisan.lms.notification.Notices;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells people that a video failed or is held: who uploaded it, and who decides. */
@Component
class ProcessingNews {

    /** @param claim the attempt by which it came to this: each outcome is told once */
    private record Outcome(
            UUID video, String fileName, PersonId uploadedBy, boolean isHeld, String failure, UUID claim) {

        String key() {
            return "%s %s".formatted(video, claim);
        }

        String link() {
            return "/api/v1/videos/" + video;
        }
    }

    private final JdbcClient jdbc;
    private final Notices notices;
    private final RoleHolders roles;

    ProcessingNews(JdbcClient jdbc, Notices notices, RoleHolders roles) {
        this.jdbc = jdbc;
        this.notices = notices;
        this.roles = roles;
    }

    /** Tells how the processing of content ended, unless it ended well or is still to end. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(ContentId contentId) {
        jdbc.sql("""
                        select video.video_id, video.file_name, video.uploaded_by, content.state, content.failure,
                            coalesce(content.claim_id, content.content_id) as claim
                        from media.content join media.video using (content_id)
                        where content_id = :contentId and content.state in ('HELD', 'FAILED')
                        """)
                .param("contentId", contentId.value())
                .query((row, ignored) -> outcome(row))
                .list()
                .forEach(this::tell);
    }

    private void tell(Outcome outcome) {
        var uploader = Set.of(outcome.uploadedBy());
        if (!outcome.isHeld()) {
            var arguments = List.of(outcome.fileName(), Notices.text("video-failure." + outcome.failure()));
            notices.tell(uploader, "video-failed", outcome.key(), arguments, outcome.link());
            return;
        }
        notices.tell(uploader, "video-held", outcome.key(), List.of(outcome.fileName()), outcome.link());
        notices.tell(
                roles.holding(Role.ADMIN),
                "video-to-decide",
                outcome.key(),
                List.of(outcome.fileName()),
                "/api/v1/media/jobs?state=HELD");
    }

    private static Outcome outcome(ResultSet row) throws SQLException {
        return new Outcome(
                row.getObject("video_id", UUID.class),
                row.getString("file_name"),
                new PersonId(row.getObject("uploaded_by", UUID.class)),
                row.getString("state").equals("HELD"),
                row.getString("failure"),
                row.getObject("claim", UUID.class));
    }
}
