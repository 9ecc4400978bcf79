package academy.artisan.lms.media;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A lock of the database that is held until it is closed: whoever needs the same waits at this point. */
record HeldLock(Connection connection) implements AutoCloseable {

    /** Nobody notes what these bytes are: a run that has read them goes no further. */
    static HeldLock onDigest(DataSource database, String sha256) throws SQLException {
        return take(database, "select pg_advisory_xact_lock(hashtext(?))", sha256);
    }

    /** No run claims this content: it is taken from the queue and goes no further. */
    static HeldLock onContent(DataSource database, String contentId) throws SQLException {
        return take(database, "select from media.content where content_id = ?::uuid for update", contentId);
    }

    private static HeldLock take(DataSource database, String sql, String argument) throws SQLException {
        var connection = database.getConnection();
        connection.setAutoCommit(false);
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, argument);
            statement.execute();
        }
        return new HeldLock(connection);
    }

    /** At once, and not only at the end. */
    void release() throws SQLException {
        if (!connection.isClosed()) {
            connection.rollback();
            connection.close();
        }
    }

    @Override
    public void close() throws SQLException {
        release();
    }
}
