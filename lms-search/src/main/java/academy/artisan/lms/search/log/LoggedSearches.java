package academy.artisan.lms.search.log;

import java.time.ZoneId;
import java.util.List;

import academy.artisan.lms.support.CanonicalJson;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes searches and counts them by day, in one statement; those that are there already are not counted again. */
@Component
class LoggedSearches {

    private final JdbcClient jdbc;
    private final ZoneId zone;

    LoggedSearches(JdbcClient jdbc, @Value("${lms.time-zone:Asia/Shanghai}") ZoneId zone) {
        this.jdbc = jdbc;
        this.zone = zone;
    }

    /**
     * How many a query finds is only said by searches that nothing but the field narrowed down; of a day, the most that
     * anybody found: which search was the last, several nodes cannot know, and by the hour nobody is to know.
     */
    void add(List<LoggedSearch> searches) {
        jdbc.sql("""
                with logged as (
                    insert into search.logged_search (search_id, asked_at, query, filters, hits, again)
                    select "searchId", "askedAt", query, filters, hits, again from jsonb_to_recordset(:searches::jsonb) as asked
                        ("searchId" uuid, "askedAt" timestamptz, query text, filters jsonb, hits int, again boolean)
                    on conflict (search_id) do nothing
                    returning *, (asked_at at time zone :zone)::date as day
                ), scope as (
                    select day, query, '' as field, asked_at, again, case when filters = '{}' then hits end as hits
                    from logged
                    union all
                    select day, query, field.value, asked_at, again,
                           case when filters = jsonb_build_object('field', jsonb_build_array(field.value)) then hits end
                    from logged cross join lateral
                        jsonb_array_elements_text(coalesce(filters -> 'field', '[]')) as field (value)
                )
                insert into search.query_day as known (day, query, field, searches, hits, last_asked_at)
                select day, query, field, count(*) filter (where not again), max(hits), max(asked_at)
                from scope group by day, query, field
                order by day, query collate "C", field collate "C"
                on conflict (day, query, field) do update set
                    searches = known.searches + excluded.searches,
                    hits = greatest(known.hits, excluded.hits),
                    last_asked_at = greatest(known.last_asked_at, excluded.last_asked_at)
                """)
                .param("searches", CanonicalJson.write(searches))
                .param("zone", zone.getId())
                .update();
    }
}
