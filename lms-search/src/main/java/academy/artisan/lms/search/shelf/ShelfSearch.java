package academy.artisan.lms.search.shelf;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import academy.artisan.lms.search.CourseLine;
import academy.artisan.lms.search.elasticsearch.SearchUnavailable;
import academy.artisan.lms.support.CanonicalJson;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Finds courses on the shelf by the words in their titles and tags. Whoever searches while Elasticsearch is away is to
 * keep nobody from learning: what is found is counted to {@value MOST_COUNTED}, and after a second it is given up.
 */
@Component
public class ShelfSearch {

    private static final int MOST_COUNTED = 1000;

    private static final int AT_ONCE = 8;

    private final Semaphore turns = new Semaphore(AT_ONCE);
    private final JdbcClient jdbc;
    private final TransactionOperations transaction;

    ShelfSearch(JdbcClient jdbc, TransactionOperations transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /**
     * What is wanted of the shelf: all of these words in title or tags, and of each list one of the values, or any when
     * it is empty.
     *
     * @param words in plain form
     */
    public record Wanted(
            List<String> words,
            List<String> audiences,
            List<String> fields,
            List<String> levels,
            List<String> tags,
            List<String> groups,
            List<String> languages,
            @Nullable Long leastSeconds,
            @Nullable Long mostSeconds) {

        /** Courses with these words that are open to one of these audiences, whatever else they are. */
        public static Wanted of(List<String> words, List<String> audiences) {
            var any = List.<String>of();
            return new Wanted(words, audiences, any, any, any, any, any, null, null);
        }
    }

    /** Courses, the newest first, and how many there are in all, as far as they are counted. */
    public record Found(List<CourseLine> courses, long total) {}

    /**
     * What is found, counted.
     *
     * @throws SearchUnavailable if it takes too long, or too many search so
     */
    public Found find(Wanted wanted, int limit) {
        return inTurn(wanted, limit, MOST_COUNTED);
    }

    /**
     * What is found without a count, for each key that is pressed.
     *
     * @throws SearchUnavailable if it takes too long, or too many search so
     */
    public List<CourseLine> newest(Wanted wanted, int limit) {
        return inTurn(wanted, limit, limit).courses();
    }

    /** A few at once: heartbeats and logging in need the same connections. */
    private Found inTurn(Wanted wanted, int limit, int counted) {
        if (!turns.tryAcquire()) {
            throw new SearchUnavailable(new TimeoutException("Others search without the index already"));
        }
        try {
            return Objects.requireNonNull(transaction.execute(ignored -> find(wanted, limit, counted)));
        } finally {
            turns.release();
        }
    }

    private Found find(Wanted wanted, int limit, int counted) {
        record Row(CourseLine course, long total) {}
        limitWork();
        try {
            var rows = jdbc.sql("""
                            with found as materialized (
                                select course_id, published_at from search.shelved_course
                                where open and audience && :audiences::text[]
                                  and words like all (:patterns::text[]) and pieces @> :pieces::text[]
                                  and (cardinality(:fields::text[]) = 0 or field = any(:fields))
                                  and (cardinality(:levels::text[]) = 0 or level = any(:levels))
                                  and (cardinality(:tags::text[]) = 0 or tags && :tags::text[])
                                  and (cardinality(:groups::text[]) = 0 or group_name = any(:groups))
                                  and (cardinality(:languages::text[]) = 0 or language = any(:languages))
                                  and seconds between :least and :most
                                order by published_at desc, course_id limit :counted
                            ), page as (
                                select course_id, published_at from found order by published_at desc, course_id limit :limit
                            )
                            select line::text as line, (select count(*) from found) as total
                            from page join search.shelved_course using (course_id)
                            order by page.published_at desc, course_id
                            """)
                    .param("audiences", array(wanted.audiences()))
                    .param("patterns", array(wanted.words().stream().map(ShelfSearch::pattern)))
                    .param("pieces", array(wanted.words().stream().flatMap(ShelfSearch::pieces)))
                    .param("fields", array(wanted.fields()))
                    .param("levels", array(wanted.levels()))
                    .param("tags", array(wanted.tags()))
                    .param("groups", array(wanted.groups()))
                    .param("languages", array(wanted.languages()))
                    .param("least", wanted.leastSeconds() == null ? 0 : wanted.leastSeconds())
                    .param("most", wanted.mostSeconds() == null ? Integer.MAX_VALUE : wanted.mostSeconds())
                    .param("counted", counted)
                    .param("limit", limit)
                    .query((row, ignored) ->
                            new Row(CanonicalJson.read(row.getString("line"), CourseLine.class), row.getLong("total")))
                    .list();
            return new Found(
                    rows.stream().map(Row::course).toList(),
                    rows.isEmpty() ? 0 : rows.getFirst().total());
        } catch (QueryTimeoutException tooMuch) {
            throw new SearchUnavailable(tooMuch);
        }
    }

    /**
     * For this transaction. What is rare is found by its pieces, what is frequent among the newest: each is planned.
     */
    private void limitWork() {
        jdbc.sql("""
                select set_config('statement_timeout', '1s', true), set_config('plan_cache_mode', 'force_custom_plan', true)
                """).query((row, ignored) -> true).single();
    }

    private static String pattern(String word) {
        return "%" + word.replaceAll("[\\\\%_]", "\\\\$0") + "%";
    }

    /** As in the function of this name: what a text has to have to have the word, known by index. */
    private static Stream<String> pieces(String word) {
        var letters = word.codePoints().mapToObj(Character::toString).toList();
        return letters.size() == 1
                ? letters.stream()
                : IntStream.range(1, letters.size()).mapToObj(at -> letters.get(at - 1) + letters.get(at));
    }

    private static String[] array(List<String> values) {
        return array(values.stream());
    }

    private static String[] array(Stream<String> values) {
        return values.toArray(String[]::new);
    }
}
