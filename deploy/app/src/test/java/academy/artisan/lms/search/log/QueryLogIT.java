package academy.artisan.lms.search.log;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.UUID;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What is logged of a search, and what is not. */
class QueryLogIT extends LoggedQueries {

    @Autowired
    Clock clock;

    @Test
    void aSearchIsLoggedToTheHourWithoutAnythingOfWhoMadeIt() {
        var query = letters();
        var searchId = search("q=%s&field=%s&limit=1".formatted(query.toUpperCase(Locale.ROOT), field));
        var row = await().atMost(Duration.ofSeconds(10))
                .until(
                        () -> jdbc.sql("select * from search.logged_search where query = :query")
                                .param("query", query)
                                .query()
                                .listOfRows(),
                        rows -> !rows.isEmpty())
                .getFirst();
        assertThat(row.keySet()).containsExactly("search_id", "asked_at", "query", "filters", "hits", "again");
        assertThat(row.get("search_id")).hasToString(searchId);
        assertThat(UUID.fromString(searchId).version()).as("drawn at random").isEqualTo(4);
        assertThat(row.get("filters")).hasToString("{\"field\": [\"%s\"]}".formatted(field));
        assertThat(row.get("asked_at")).isEqualTo(Timestamp.from(clock.instant().truncatedTo(ChronoUnit.HOURS)));
    }

    @Test
    void furtherPagesBrowsingAndWhatMayBePersonalAreNotLogged() {
        assertThat(answer("q=").path("searchId").isNull()).isTrue();
        assertThat(answer("q=13812345678").path("searchId").isNull()).isTrue();
        assertThat(answer("q=a%40b.cn").path("searchId").isNull()).isTrue();
        assertThat(answer("q=" + letters() + "&tag=13812345678")
                        .path("searchId")
                        .isNull())
                .isTrue();
        var title = letters();
        academy.published(title + "甲", "文");
        academy.published(title + "乙", "文");
        var first = await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> answer("limit=1&q=" + title),
                        page -> page.path("next").isString());
        assertThat(first.path("searchId").isString()).isTrue();
        assertThat(answer("limit=1&q=%s&after=%s"
                                .formatted(title, first.path("next").asString()))
                        .path("searchId")
                        .isNull())
                .isTrue();
    }

    @Test
    void whatNoCourseHasIsNotLoggedThoughItWasAskedFor() {
        assertThat(answer("q=%s&field=%s".formatted(letters(), letters()))
                        .path("searchId")
                        .isNull())
                .isTrue();
        assertThat(answer("q=%s&field=%s&tag=%s".formatted(letters(), field, letters()))
                        .path("searchId")
                        .isNull())
                .isTrue();
        assertThat(answer("q=%s&level=%s".formatted(letters(), field))
                        .path("searchId")
                        .isNull())
                .as("of another filter")
                .isTrue();
        assertThat(answer("q=%s&field=%s".formatted(letters(), field))
                        .path("searchId")
                        .isString())
                .isTrue();
    }

    @Test
    void whetherASearchIsLoggedDoesNotTellWhatOnlyClosedCoursesHave() {
        var closed = letters();
        shelve(closed, "unit:" + UUID.randomUUID());
        assertThat(answer("q=%s&field=%s".formatted(letters(), closed))
                        .path("searchId")
                        .isNull())
                .isTrue();
    }

    @Test
    void searchesGoOnWhereTheLogIsFullOrCannotBeWritten() {
        var nowhere = new DriverManagerDataSource("jdbc:postgresql://127.0.0.1:9/none?connectTimeout=1");
        var meters = new SimpleMeterRegistry();
        var away = new LogWriter(
                new LoggedSearches(JdbcClient.create(nowhere), ZoneOffset.UTC),
                new LogProperties(Period.ofDays(1), 5, 2),
                meters);
        assertThat(away.offer(logged("一", 1, Instant.now()))).isTrue();
        away.write();
        assertThat(away.offer(logged("二", 1, Instant.now()))).isTrue();
        assertThat(away.offer(logged("三", 1, Instant.now()))).isTrue();
        assertThat(away.offer(logged("四", 1, Instant.now()))).isFalse();
        assertThat(meters.counter("lms.search.log.dropped").count()).isEqualTo(1);
    }
}
