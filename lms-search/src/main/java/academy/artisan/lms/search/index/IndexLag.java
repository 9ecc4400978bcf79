package academy.artisan.lms.search.index;

import java.time.Duration;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far the indices are behind the database: how long the oldest news waits that the search has not followed. */
@Component
public class IndexLag implements MeterBinder {

    private final JdbcClient jdbc;

    IndexLag(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Duration lag() {
        var seconds = jdbc.sql("""
                        select coalesce(extract(epoch from now() - min(publication_date)), 0)::float8
                        from event_publication
                        where completion_date is null and listener_id like 'search.%'
                        """).query(Double.class).single();
        return Duration.ofMillis(Math.round(seconds * 1000));
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("lms.search.index.lag", this, index -> index.lag().toMillis() / 1000d)
                .description("How long the oldest change waits that is not in the index")
                .baseUnit("seconds")
                .register(registry);
    }
}
