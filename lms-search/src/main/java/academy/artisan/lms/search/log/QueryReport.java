package academy.artisan.lms.search.log;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;

import academy.artisan.lms.identity.Caller;
import academy.artisan.lms.identity.Role;
import academy.artisan.lms.support.NotAllowed;
import academy.artisan.lms.support.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Shows those who write courses what is asked for, and what is missing; never what only few asked. */
@Service
class QueryReport {

    /**
     * Which queries.
     *
     * @param field those that were narrowed down to this field; nothing for all
     */
    record Question(
            QueryState state,
            LocalDate from,
            LocalDate to,
            @Nullable String field) {}

    private final JdbcClient jdbc;
    private final LogProperties properties;

    QueryReport(JdbcClient jdbc, LogProperties properties) {
        this.jdbc = jdbc;
        this.properties = properties;
    }

    /** One statement, which reads the days that are asked for. */
    Page<AskedQuery> page(Caller caller, Question question, @Nullable QueryCursor after, int limit) {
        requireWriter(caller);
        var queries = jdbc.sql("""
                        select * from (
                            select query, sum(searches) as searches, sum(clicks) as clicks,
                                   sum(position_sum) as position_sum, max(last_asked_at) as last_asked_at,
                                   (array_agg(hits > 0 order by day desc) filter (where hits is not null))[1] as found
                            from search.query_day
                            where day between :from and :to and field = :field
                            group by query having sum(searches) >= :shownFrom
                        ) asked
                        where case :state when 'WITHOUT_HIT' then not found
                                          when 'WITHOUT_CLICK' then found and clicks = 0
                                          else true end
                          and (:afterSearches::bigint is null or searches < :afterSearches
                               or (searches = :afterSearches and query > :afterQuery))
                        order by searches desc, query limit :limit
                        """)
                .param("from", question.from())
                .param("to", question.to())
                .param("field", question.field() == null ? "" : question.field())
                .param("shownFrom", properties.shownFrom())
                .param("state", question.state().name())
                .param("afterSearches", after == null ? null : after.searches())
                .param("afterQuery", after == null ? null : after.query())
                .param("limit", limit + 1)
                .query((row, ignored) -> query(row))
                .list();
        return Page.cut(queries, limit, QueryCursor::of);
    }

    private static void requireWriter(Caller caller) {
        if (!caller.isAdmin() && !caller.hasAnywhere(Role.AUTHOR) && !caller.hasAnywhere(Role.LEAD)) {
            throw new NotAllowed("Only authors and leads of teaching groups may look at what is searched for");
        }
    }

    private static AskedQuery query(ResultSet row) throws SQLException {
        var clicks = row.getLong("clicks");
        return new AskedQuery(
                row.getString("query"),
                row.getLong("searches"),
                row.getObject("found", Boolean.class),
                clicks,
                clicks == 0
                        ? null
                        : row.getBigDecimal("position_sum").divide(BigDecimal.valueOf(clicks), 1, RoundingMode.HALF_UP),
                row.getObject("last_asked_at", OffsetDateTime.class).toInstant());
    }
}
