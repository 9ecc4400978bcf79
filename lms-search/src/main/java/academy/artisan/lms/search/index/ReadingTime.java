package academy.artisan.lms.search.index;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The versions of entries: when PostgreSQL began to read them, in microseconds.
 *
 * <p>News of a change is followed up after its commit, and so with a time above it. Whoever reads with a higher time
 * sees that change as well; whoever reads with a lower one may not have seen it, and is overwritten. So whatever order
 * the writers come in, what is left was read after the last change. All times are of one clock, that of PostgreSQL.
 */
@Component
public class ReadingTime {

    private final JdbcClient jdbc;

    ReadingTime(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** To be asked for before what is read. */
    public long now() {
        return jdbc.sql("select (extract(epoch from clock_timestamp()) * 1000000)::bigint")
                .query(Long.class)
                .single();
    }
}
