package academy.artisan.lms.search.log;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** How what was searched for is counted, kept and suggested. */
class CountedQueriesIT extends LoggedQueries {

    @Autowired
    LogRetention retention;

    @Autowired
    PopularQueries popular;

    @Test
    void aSearchThatIsWrittenTwiceCountsOnce() {
        var search = logged(letters(), 1, Instant.now());
        searches.add(List.of(search));
        searches.add(List.of(search, logged(search.query(), 1, Instant.now())));
        assertThat(jdbc.sql("select searches from search.query_day where query = :query and field = ''")
                        .param("query", search.query())
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void whatSomebodyFoundOnADayIsFoundWhoeverAskedLast() {
        var query = letters();
        for (var hits : List.of(0, 2, 0)) {
            searches.add(List.of(logged(query, hits, Instant.now())));
        }
        searches.add(List.of(logged(query, 3, Instant.now()), logged(query, 0, Instant.now())));
        assertThat(jdbc.sql("select hits from search.query_day where query = :query and field = ''")
                        .param("query", query)
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
    }

    @Test
    void whatWasKeptLongEnoughIsRemovedAndOnlyWhatManyAskedStaysCounted() {
        var rare = letters();
        var frequent = letters();
        var longAgo = Instant.now().minus(Duration.ofDays(402));
        searches.add(List.of(logged(rare, 1, longAgo)));
        searches.add(IntStream.range(0, 5)
                .mapToObj(i -> logged(frequent, 1, longAgo))
                .toList());
        var young = logged(rare, 1, Instant.now());
        searches.add(List.of(young));
        retention.removeOld();
        assertThat(jdbc.sql("select search_id from search.logged_search where query in (:rare, :frequent)")
                        .param("rare", rare)
                        .param("frequent", frequent)
                        .query(UUID.class)
                        .list())
                .containsExactly(young.searchId().value());
        assertThat(jdbc.sql(
                                "select query from search.query_day where query in (:rare, :frequent) and field = '' order by day")
                        .param("rare", rare)
                        .param("frequent", frequent)
                        .query(String.class)
                        .list())
                .containsExactly(frequent, rare);
    }

    @Test
    void whatManyFoundIsSuggestedByItsBeginning() {
        var mark = letters();
        addUnfiltered("焊接" + mark, 6, 2);
        addUnfiltered("焊接" + mark + "提高", 8, 2);
        addUnfiltered("焊接" + mark + "没有", 9, 0);
        addUnfiltered("焊接" + mark + "少见", 4, 2);
        popular.refresh();
        assertThat(popular.beginningWith("hanjie" + mark, 10)).containsExactly("焊接" + mark + "提高", "焊接" + mark);
        assertThat(popular.beginningWith("焊接" + mark, 1)).containsExactly("焊接" + mark + "提高");
        assertThat(popular.beginningWith("HJ" + mark + "tg", 10)).containsExactly("焊接" + mark + "提高");
        assertThat(popular.beginningWith(" ", 10)).isEmpty();
    }

    private void addUnfiltered(String query, int searches, int hits) {
        addAll(searches, logged(query, hits, Instant.now()));
    }
}
