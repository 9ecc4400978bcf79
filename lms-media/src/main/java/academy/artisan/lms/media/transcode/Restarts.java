package academy.artisan.lms.media.transcode;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import academy.artisan.lms.media.content.ContentId;
import academy.artisan.lms.media.source.Failure;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What a person decides of content whose processing has ended: that it is done once more, or is not. */
@Repository
class Restarts {

    private static final String WANT_REBUILT = """
            update media.content
            set rebuild = true, rebuild_failure = null, progress_percent = 0, attempts = 0, last_error = null, since = :now
            where state = 'READY' and not rebuild
            """;

    private static final String TRY_AGAIN = """
            update media.content
            set state = 'PROCESSING', failure = null, progress_percent = 0, finished_at = null,
                attempts = 0, last_error = null, since = :now
            where content_id = :contentId
            """;

    /** They depend on what the operator allows, or on what happened meanwhile. */
    private static final String[] NOT_IN_BYTES = Stream.of(
                    Failure.PROCESSING_FAILED,
                    Failure.TOOK_TOO_LONG,
                    Failure.TOO_DEMANDING,
                    Failure.TOO_LONG,
                    Failure.PICTURE_TOO_LARGE)
            .map(Failure::code)
            .toArray(String[]::new);

    private final JdbcClient jdbc;
    private final ProcessingNews news;
    private final Clock clock;

    Restarts(JdbcClient jdbc, ProcessingNews news, Clock clock) {
        this.jdbc = jdbc;
        this.news = news;
        this.clock = clock;
    }

    /** Has what was given up or is held tried again; false if it is neither. */
    boolean tryAgain(ContentId contentId) {
        return jdbc.sql(TRY_AGAIN + " and state in ('HELD', 'FAILED')")
                        .param("contentId", contentId.value())
                        .param("now", now())
                        .update()
                == 1;
    }

    /** The same for what failed for a reason that is not in its bytes alone; false if it did not. */
    boolean tryAgainUnlessInBytes(ContentId contentId) {
        return jdbc.sql(TRY_AGAIN + " and state = 'FAILED' and failure = any(:failures)")
                        .param("contentId", contentId.value())
                        .param("failures", NOT_IN_BYTES)
                        .param("now", now())
                        .update()
                == 1;
    }

    /** Decides that what is held, or could not be made anew, is not tried again; false if it is neither. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean giveUp(ContentId contentId) {
        var held = jdbc.sql("""
                update media.content set state = 'FAILED', finished_at = :now, since = :now
                where content_id = :contentId and state = 'HELD'
                """)
                .param("contentId", contentId.value())
                .param("now", now())
                .update();
        if (held > 0) {
            news.tell(contentId);
            return true;
        }
        return jdbc.sql("""
                update media.content set rebuild_failure = null, last_error = null
                where content_id = :contentId and rebuild_failure is not null
                """).param("contentId", contentId.value()).update() == 1;
    }

    /** These will be made anew, while what was made before is played; answers those that were not to be already. */
    List<ContentId> wantRebuilt(Collection<ContentId> contents) {
        return jdbc.sql(WANT_REBUILT + " and content_id = any(:contents) returning content_id")
                .param("contents", contents.stream().map(ContentId::value).toArray(UUID[]::new))
                .param("now", now())
                .query(Restarts::contentId)
                .list();
    }

    /** The same for all that were made by another ladder than this. */
    List<ContentId> wantRebuiltUnlessMadeBy(String ladder) {
        return jdbc.sql(WANT_REBUILT + """
                and exists (select from media.run where run_id = current_run and ladder <> :ladder)
                returning content_id
                """)
                .param("ladder", ladder)
                .param("now", now())
                .query(Restarts::contentId)
                .list();
    }

    /** The same for one that could not be made anew before; false if it could. */
    boolean wantRebuiltAfterFailure(ContentId contentId) {
        return jdbc.sql(WANT_REBUILT + " and content_id = :contentId and rebuild_failure is not null")
                        .param("contentId", contentId.value())
                        .param("now", now())
                        .update()
                == 1;
    }

    private static ContentId contentId(ResultSet row, int ignored) throws SQLException {
        return new ContentId(row.getObject("content_id", UUID.class));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
