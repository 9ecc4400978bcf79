package academy.artisan.lms.search.index;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.course.Withdrawals;
import academy.artisan.lms.identity.PersonId;
import academy.artisan.lms.search.Publisher;
import academy.artisan.lms.search.SearchApi;
import academy.artisan.lms.search.SearchTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Of courses that Elasticsearch does not take, for they have more letters in one place than it can tell apart. */
@SearchTest
class RefusedCoursesIT {

    private static final Duration A_WHILE = Duration.ofMinutes(1);
    private static final String TOO_LONG = "级".repeat(20_000);

    private final SearchApi search;
    private final Publisher publisher;
    private final Withdrawals withdrawals;
    private final SearchIndex index;
    private final IndexLag news;
    private final CourseId refused = CourseId.next();

    @Autowired
    RefusedCoursesIT(SearchApi search, Publisher publisher, Withdrawals withdrawals, Indices indices, IndexLag news) {
        this.search = search;
        this.publisher = publisher;
        this.withdrawals = withdrawals;
        this.index = indices.of(CourseContents.NAME);
        this.news = news;
    }

    @BeforeEach
    void publishOneThatIsRefusedOnceItIsRevised() {
        publisher.publish("糖塑", "初级", "捏塑");
        publish("初级");
        awaitFound("糖塑", "面塑");
        publish(TOO_LONG);
    }

    @AfterEach
    void withdraw() {
        withdrawals.withdraw(refused, PersonId.next(), "待修订");
        await().atMost(A_WHILE).until(() -> news.lag().isZero());
    }

    private void publish(String level) {
        publisher.publish(refused, "面塑", "", Publisher.MANUFACTURING, level, "捏塑");
    }

    private void awaitFound(String... titles) {
        await().atMost(A_WHILE)
                .untilAsserted(() ->
                        assertThat(search.titles("/courses?tag={tag}", "捏塑")).containsExactlyInAnyOrder(titles));
    }

    @Test
    void aCourseThatIsRefusedIsNotFoundAsItStoodAndHoldsNothingUp() {
        awaitFound("糖塑");
        await().atMost(A_WHILE).until(() -> news.lag().isZero());
        var before = index.current();

        for (var works : List.of("/checks", "/rebuilds")) {
            assertThat(search.ended(works, CourseContents.NAME).<List<Object>>read("$.found.differences"))
                    .as(works)
                    .contains(Map.of("courseId", refused.toString(), "kind", "REFUSED"));
        }

        assertThat(index.current()).isPresent().isNotEqualTo(before);
        awaitFound("糖塑");
        publish("中级");
        awaitFound("糖塑", "面塑");
    }
}
