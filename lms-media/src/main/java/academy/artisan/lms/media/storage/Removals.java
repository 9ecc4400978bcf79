package academy.artisan.lms.media.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import academy.artisan.lms.support.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Objects that nothing refers to any more. They are noted in the transaction that makes them so, and removed after it:
 * whatever happens in between, none is forgotten.
 */
@Repository
public class Removals {

    private static final int AT_ONCE = 100;

    private record Removal(
            UUID id, String keyPrefix, @Nullable String uploadId) {}

    private final JdbcClient jdbc;
    private final ObjectStore store;
    private final TransactionOperations transaction;
    private final Clock clock;

    Removals(JdbcClient jdbc, ObjectStore store, TransactionOperations transaction, Clock clock) {
        this.jdbc = jdbc;
        this.store = store;
        this.transaction = transaction;
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
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** New objects are about to take these places; returns when no removal of the old ones is under way. */
    public void cancel(String keyPrefix) {
        jdbc.sql("delete from media.removal where key_prefix = :keyPrefix and upload_id is null")
                .param("keyPrefix", keyPrefix)
                .update();
    }

    /** Removes what was noted; what the store refuses stays noted. */
    public void removeDue() {
        for (var removal : due()) {
            transaction.executeWithoutResult(ignored -> remove(removal));
        }
    }

    /** Its row is held meanwhile, so that nobody does the same and {@link #cancel} waits. */
    private void remove(Removal removal) {
        var held = jdbc.sql("delete from media.removal where removal_id = :id")
                .param("id", removal.id())
                .update();
        if (held == 0) {
            return;
        }
        if (removal.uploadId() == null) {
            store.remove(removal.keyPrefix(), ignored -> false);
        } else {
            store.abortUpload(removal.keyPrefix(), removal.uploadId());
        }
    }

    private List<Removal> due() {
        return jdbc.sql("""
                select removal_id, key_prefix, upload_id from media.removal
                where due_at <= :now order by due_at, removal_id limit :limit
                """)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("limit", AT_ONCE)
                .query((row, ignored) -> removal(row))
                .list();
    }

    private static Removal removal(ResultSet row) throws SQLException {
        return new Removal(
                row.getObject("removal_id", UUID.class), row.getString("key_prefix"), row.getString("upload_id"));
    }
}
