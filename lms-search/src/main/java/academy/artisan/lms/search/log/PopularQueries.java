package academy.artisan.lms.search.log;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/**
 * What many asked lately and found, to be suggested while typing; from memory, a few minutes old. It says nothing of
 * rights: whoever shows one to a viewer must see first that it has a hit for that viewer.
 */
@Service
public class PopularQueries {

    private static final int DAYS = 90;
    private static final int MOST = 5000;
    private static final int EVERY_FIVE_MINUTES = 300_000;

    private final JdbcClient jdbc;
    private final LogProperties properties;
    private final ZoneId zone;
    private final Clock clock;
    private volatile List<PopularQuery> known = List.of();

    PopularQueries(
            JdbcClient jdbc,
            LogProperties properties,
            @Value("${lms.time-zone:Asia/Shanghai}") ZoneId zone,
            Clock clock) {
        this.jdbc = jdbc;
        this.properties = properties;
        this.zone = zone;
        this.clock = clock;
    }

    /** Those that what is typed may become, by characters, pinyin or initials; what is asked more often first. */
    public List<String> beginningWith(String typed, int limit) {
        var text = QueryText.normal(typed);
        if (text.isEmpty()) {
            return List.of();
        }
        var begun = PopularQuery.Typed.of(text);
        return known.stream()
                .filter(query -> query.beginsWith(begun))
                .limit(limit)
                .map(PopularQuery::query)
                .toList();
    }

    /** While PostgreSQL is away, what was known before stays. */
    @Scheduled(fixedDelay = EVERY_FIVE_MINUTES)
    public void refresh() {
        known = jdbc
                .sql("""
                        select query from (
                            select query, sum(searches) as searches,
                                   (array_agg(hits order by day desc) filter (where hits is not null))[1] as hits
                            from search.query_day
                            where day > :before and field = ''
                            group by query having sum(searches) >= :shownFrom
                        ) asked
                        where hits > 0 order by searches desc, query limit :most
                        """)
                .param("before", LocalDate.ofInstant(clock.instant(), zone).minusDays(DAYS))
                .param("shownFrom", properties.shownFrom())
                .param("most", MOST)
                .query(String.class)
                .list()
                .stream()
                .map(PopularQuery::of)
                .toList();
    }
}
