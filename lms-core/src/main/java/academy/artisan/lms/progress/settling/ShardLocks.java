package academy.artisan.lms.progress.settling;

import javax.sql.DataSource;

import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/**
 * Sees to it that each shard is settled at one place at a time, by advisory locks of PostgreSQL: they end with the
 * connection, so that no dead node holds one.
 */
@Component
class ShardLocks {

    /** Tells these locks from others: "progress" as PostgreSQL hashes it. */
    private static final String LOCK = "select pg_try_advisory_lock(hashtext('progress'), hashtext(?))";

    private static final String UNLOCK = "select pg_advisory_unlock(hashtext('progress'), hashtext(?))";

    private final JdbcTemplate jdbc;

    ShardLocks(DataSource dataSource) {
        jdbc = new JdbcTemplate(dataSource);
    }

    /** Does the work unless another place holds the shard; false if so. */
    boolean whileHolding(String shard, Runnable work) {
        return Boolean.TRUE.equals(jdbc.execute((ConnectionCallback<Boolean>) connection -> {
            var held = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
            if (!Boolean.TRUE.equals(held.queryForObject(LOCK, Boolean.class, shard))) {
                return false;
            }
            try {
                work.run();
            } finally {
                held.queryForObject(UNLOCK, Boolean.class, shard);
            }
            return true;
        }));
    }
}
