package academy.artisan.lms.media.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

import academy.artisan.lms.support.Ids;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Objects that nothing refers to any more. They are noted in the transaction that makes them so, and removed after it,
 * outside any: whatever happens in between, none is forgotten.
 */
@Repository
public class Removals {

    /** More than the largest video takes; after that whoever was removing it is taken for dead. */
    static final Duration LONGEST = Duration.ofHours(1);

    private static final Logger log = LoggerFactory.getLogger(Removals.class);

    private static final Duration FIRST_RETRY = Duration.ofMinutes(1);
    /** The pause doubles as often, to about four hours. */
    private static final int DOUBLINGS = 8;

    /** @param attempts counts claims, so it tells them apart */
    private record Removal(
            UUID id, String keyPrefix, @Nullable String uploadId, int attempts) {

        Duration pause() {
            return FIRST_RETRY.multipliedBy(1L << Math.min(attempts - 1, DOUBLINGS));
        }
    }

    private final JdbcClient jdbc;
    private final ObjectStore store;
    private final Clock clock;

    Removals(JdbcClient jdbc, ObjectStore store, Clock clock) {
        this.jdbc = jdbc;
        this.store = store;
        this.clock = clock;
    }

    /** All objects below the prefix will go. */
    public void note(String keyPrefix) {
        add(keyPrefix, null);
    }

    /** The multipart upload will be aborted. */
    public void noteUpload(String key, String uploadId) {
        add(key, uploadId);
    }

    private void add(String keyPrefix, @Nullable String uploadId) {
        jdbc.sql("""
                insert into media.removal (removal_id, key_prefix, upload_id, due_at)
                values (:id, :keyPrefix, :uploadId, :now)
                """)
                .param("id", Ids.next())
                .param("keyPrefix", keyPrefix)
                .param("uploadId", uploadId)
                .param("now", sql(clock.instant()))
                .update();
    }

    /**
     * New objects are about to take these places, so the old ones will not be removed any more.
     *
     * @throws IllegalStateException if they are being removed at this moment
     */
    public void cancel(String keyPrefix) {
        jdbc.sql("""
                delete from media.removal where key_prefix = :keyPrefix and upload_id is null
                and (claimed_until is null or claimed_until <= :now)
                """)
                .param("keyPrefix", keyPrefix)
                .param("now", sql(clock.instant()))
                .update();
        var isUnderWay =
                jdbc.sql("""
                select exists (select from media.removal where key_prefix = :keyPrefix and upload_id is null)
                """).param("keyPrefix", keyPrefix).query(Boolean.class).single();
        if (isUnderWay) {
            throw new IllegalStateException("What was at %s is being removed at this moment".formatted(keyPrefix));
        }
    }

    /** Removes what was noted before now; what the store refuses is tried again, later each time. */
    public void removeDue() {
        var now = clock.instant();
        var next = claim(now);
        while (next.isPresent() && !Thread.currentThread().isInterrupted()) {
            remove(next.get());
            next = claim(now);
        }
    }

    private Optional<Removal> claim(Instant dueAt) {
        return jdbc.sql("""
                update media.removal set attempts = attempts + 1, claimed_until = :until, due_at = :until
                where removal_id = (
                    select removal_id from media.removal where due_at <= :dueAt
                    order by due_at, removal_id limit 1 for update skip locked)
                returning removal_id, key_prefix, upload_id, attempts
                """)
                .param("until", sql(clock.instant().plus(LONGEST)))
                .param("dueAt", sql(dueAt))
                .query((row, ignored) -> removal(row))
                .optional();
    }

    private void remove(Removal removal) {
        try {
            if (removal.uploadId() == null) {
                store.remove(removal.keyPrefix(), ignored -> false);
            } else {
                store.abortUpload(removal.keyPrefix(), removal.uploadId());
            }
            forget(removal);
        } catch (ObjectStoreUnavailable refused) {
            log.warn("What is at {} is removed later: {}", removal.keyPrefix(), refused.getMessage());
            putOff(removal);
        }
    }

    private void forget(Removal removal) {
        jdbc.sql("delete from media.removal where removal_id = :id and attempts = :attempts")
                .param("id", removal.id())
                .param("attempts", removal.attempts())
                .update();
    }

    private void putOff(Removal removal) {
        jdbc.sql("""
                update media.removal set claimed_until = null, due_at = :dueAt
                where removal_id = :id and attempts = :attempts
                """)
                .param("id", removal.id())
                .param("attempts", removal.attempts())
                .param("dueAt", sql(clock.instant().plus(removal.pause())))
                .update();
    }

    private static OffsetDateTime sql(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }

    private static Removal removal(ResultSet row) throws SQLException {
        return new Removal(
                row.getObject("removal_id", UUID.class),
                row.getString("key_prefix"),
                row.getString("upload_id"),
                row.getInt("attempts"));
    }
}
