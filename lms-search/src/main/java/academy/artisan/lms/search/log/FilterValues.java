package academy.artisan.lms.search.log;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The values by which everyone can narrow searches down, because courses that are open to everyone have them; from
 * memory, a few minutes old. Whether a search is logged tells nobody of a course that is closed to them. An address can
 * be written by hand with anything in it, of anybody.
 */
@Component
class FilterValues {

    private static final int EVERY_FIVE_MINUTES = 300_000;

    private final JdbcClient jdbc;
    private volatile Map<String, Set<String>> known = Map.of();

    FilterValues(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether courses have all of these values, by name of the filter. */
    boolean haveAll(Map<String, List<String>> chosen) {
        return chosen.entrySet().stream()
                .allMatch(
                        filter -> known.getOrDefault(filter.getKey(), Set.of()).containsAll(filter.getValue()));
    }

    /** While PostgreSQL is away, what was known before stays. */
    @Scheduled(fixedDelay = EVERY_FIVE_MINUTES)
    void refresh() {
        record Value(String filter, String value) {}
        known =
                jdbc
                        .sql("""
                        select distinct filter, value from search.shelved_course, lateral (
                            values ('field', field), ('level', level), ('group', group_name), ('language', language)
                            union all select 'tag', unnest(tags)
                        ) of_course (filter, value)
                        where open and 'everyone' = any(audience) and value is not null
                        """)
                        .query((row, ignored) -> new Value(row.getString("filter"), row.getString("value")))
                        .list()
                        .stream()
                        .collect(Collectors.groupingBy(
                                Value::filter, Collectors.mapping(Value::value, Collectors.toUnmodifiableSet())));
    }
}
