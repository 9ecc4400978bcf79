package academy.artisan.lms.media.content;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;

import academy.artisan.lms.media.storage.Removals;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What was uploaded, from its arrival until no video needs it any more. */
@Repository
public class Contents {

    private final JdbcClient jdbc;
    private final Removals removals;
    private final Clock clock;

    Contents(JdbcClient jdbc, Removals removals, Clock clock) {
        this.jdbc = jdbc;
        this.removals = removals;
        this.clock = clock;
    }

    /** Its source has arrived; from now on it is to be processed. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(ContentId contentId, long sizeBytes) {
        jdbc.sql("""
                insert into media.content (content_id, size_bytes, state, arrived_at, since)
                values (:contentId, :sizeBytes, 'PROCESSING', :now, :now)
                """)
                .param("contentId", contentId.value())
                .param("sizeBytes", sizeBytes)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    public boolean isHere(ContentId contentId) {
        return size(contentId) > 0;
    }

    /** How many bytes its source has; 0 if there is none. */
    public long size(ContentId contentId) {
        return jdbc.sql("select size_bytes from media.content where content_id = :contentId")
                .param("contentId", contentId.value())
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    /** Forgets it with all that was made of it, unless a video still needs it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void removeUnused(ContentId contentId) {
        // Whoever removes the other video that has it, or gives it to one, comes before or after, not meanwhile
        jdbc.sql("select content_id from media.content where content_id = :contentId for update")
                .param("contentId", contentId.value())
                .query(UUID.class)
                .optional();
        var removed = jdbc.sql("""
                delete from media.content content where content_id = :contentId
                and not exists (select from media.video where video.content_id = content.content_id)
                """).param("contentId", contentId.value()).update();
        if (removed > 0) {
            removals.note(ContentKeys.prefix(contentId));
        }
    }
}
