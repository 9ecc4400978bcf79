package academy.artisan.lms.search.shelf;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;

import academy.artisan.lms.search.CourseLine;
import academy.artisan.lms.search.elasticsearch.SearchUnavailable;
import academy.artisan.lms.search.shelf.ShelfSearch.Wanted;
import academy.artisan.lms.testing.StackTest;
import org.assertj.core.api.Condition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@StackTest
class ShelfSearchIT {

    private static final int COURSES = 20_000;

    @Autowired
    ShelfSearch shelf;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    private TransactionTemplate undone;

    /** Of this test alone. */
    private final String audience = "unit:" + UUID.randomUUID();

    @BeforeEach
    void undoEverything() {
        undone = new TransactionTemplate(transactions);
    }

    @Test
    void whoTypesMakesNobodyReadThroughAllCourses() {
        undone.executeWithoutResult(status -> {
            add("'第' || n || '讲' || chr(10) || case when n % 100 = 7 then '焊接机器人' else '数控车床' end", COURSES);
            jdbc.sql("analyze search.shelved_course").update();
            var scansBefore = scans();

            assertThat(titles("焊接")).hasSize(8).first().isEqualTo("第7讲");
            assertThat(titles("数控", "讲")).hasSize(8);
            assertThat(titles("焊接", "19907")).containsExactly("第19907讲");
            assertThat(titles("氩弧")).isEmpty();
            assertThat(titles("床数")).isEmpty();
            assertThat(find("焊接").total()).isEqualTo(COURSES / 100);
            assertThat(find("数控").total()).as("as far as it is counted").isEqualTo(1000);
            assertThat(find().total()).isEqualTo(1000);

            assertThat(scans()).isEqualTo(scansBefore);
            status.setRollbackOnly();
        });
    }

    /** How often this connection read all of the table lately; of earlier transactions, too. */
    private long scans() {
        return jdbc.sql("""
                        select coalesce(seq_scan, 0) from pg_stat_xact_user_tables
                        where relid = 'search.shelved_course'::regclass
                        """).query(Long.class).single();
    }

    @Test
    void wordsAreFoundWhereverTheyStandAndAsTheyStand() {
        undone.executeWithoutResult(status -> {
            add("concat_ws(chr(10), '50%_焊𬭩接', 'plc', '6轴')", 1);
            for (var word : List.of("5", "0%", "%_", "焊𬭩", "𬭩", "𬭩接", "plc", "lc", "轴", "50%_焊𬭩接")) {
                assertThat(titles(word)).as(word).hasSize(1);
            }
            for (var word : List.of("%%", "__", "_焊接", "cpl", "c6", "\\")) {
                assertThat(titles(word)).as(word).isEmpty();
            }
            status.setRollbackOnly();
        });
    }

    @Test
    void whatTakesTooLongIsGivenUp() {
        undone.executeWithoutResult(status -> {
            jdbc.sql("lock table search.shelved_course in access exclusive mode")
                    .update();
            assertThatThrownBy(() ->
                            CompletableFuture.supplyAsync(() -> titles("焊接")).get(30, TimeUnit.SECONDS))
                    .hasCauseInstanceOf(SearchUnavailable.class);
            status.setRollbackOnly();
        });
    }

    @Test
    void whoSearchesLeavesConnectionsToThoseWhoLearn() {
        undone.executeWithoutResult(status -> {
            jdbc.sql("lock table search.shelved_course in access exclusive mode")
                    .update();
            var asked = IntStream.range(0, 9)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> titles("焊接"), Thread::startVirtualThread))
                    .toList();

            assertThat(asked)
                    .allSatisfy(search -> assertThatThrownBy(search::join).hasCauseInstanceOf(SearchUnavailable.class));
            assertThat(asked)
                    .areAtLeastOne(new Condition<>(
                            search -> search.exceptionNow().getCause() instanceof TimeoutException,
                            "waited for no connection"));
            status.setRollbackOnly();
        });
    }

    private List<String> titles(String... words) {
        return shelf.newest(wanted(words), 8).stream().map(CourseLine::title).toList();
    }

    private ShelfSearch.Found find(String... words) {
        return shelf.find(wanted(words), 8);
    }

    private Wanted wanted(String... words) {
        return Wanted.of(List.of(words), List.of(audience));
    }

    /** Courses with these words, the first line of which is the title; the first course is the newest. */
    private void add(String words, int count) {
        jdbc.sql("""
                insert into search.shelved_course
                    (course_id, change, title, field, level, open, audience, words, published_at, line)
                select id, 1, title, '领域', '初级', true, array[:audience], words, now() - n * interval '1 minute',
                       jsonb_build_object('courseId', id, 'version', 1, 'title', title, 'summary', '', 'field', '领域',
                           'level', '初级', 'tags', '[]'::jsonb, 'groupName', '', 'lessons', 1, 'durationSeconds', 1)
                from generate_series(1, :count) n,
                     lateral (select gen_random_uuid() as id, WORDS as words) written,
                     lateral (select split_part(words, chr(10), 1) as title) shown
                """.replace("WORDS", words))
                .param("audience", audience)
                .param("count", count)
                .update();
    }
}
