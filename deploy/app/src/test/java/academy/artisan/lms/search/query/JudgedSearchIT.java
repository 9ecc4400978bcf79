package academy.artisan.lms.search.query;

import java.util.List;
import java.util.function.Predicate;

import academy.artisan.lms.search.SearchTest;
import academy.artisan.lms.search.elasticsearch.ElasticsearchCalls;
import academy.artisan.lms.search.judged.JudgedCourse;
import academy.artisan.lms.search.judged.JudgedQuery;
import academy.artisan.lms.search.judged.QueryClass;
import academy.artisan.lms.search.judged.VocationalCourses;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Course search by the judged set: only the queries held apart are asserted on. {@code -Djudged.show=tuning} prints
 * what was found for each of the others, the worst first; {@code all} for every query.
 */
@SearchTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JudgedSearchIT {

    private static final String INDICES = "judged";
    private static final double LEAST = 0.90;
    private static final double LEAST_OF_A_CLASS = 0.80;

    private final ElasticsearchCalls elasticsearch;
    private final AcademyRanking academyRanking;
    private final PlainRanking plainRanking;
    private JudgedScores academy = new JudgedScores(List.of());
    private JudgedScores plain = new JudgedScores(List.of());

    @Autowired
    JudgedSearchIT(ElasticsearchCalls elasticsearch, SynonymFile synonyms) {
        this.elasticsearch = elasticsearch;
        academyRanking = new AcademyRanking(elasticsearch, synonyms, INDICES);
        plainRanking = new PlainRanking(elasticsearch, INDICES + "-plain");
    }

    @BeforeAll
    void rank() {
        await().ignoreExceptions().until(() -> {
            removeIndices();
            return true;
        });
        var courses = VocationalCourses.all();
        var queries = JudgedQuery.all();
        hold(courses);
        academy = JudgedScores.of(academyRanking, queries, courses);
        plain = JudgedScores.of(plainRanking, queries, courses);
        show();
    }

    @AfterAll
    void removeIndices() {
        var indices = elasticsearch
                .ask(client -> client.indices().get(get -> get.index(INDICES + "*")))
                .indices();
        if (!indices.isEmpty()) {
            elasticsearch.ask(client -> client.indices().delete(delete -> delete.index(List.copyOf(indices.keySet()))));
        }
    }

    @Test
    void whatWasMeantComesFirstOverAll() {
        assertThat(academy.heldApart()).isGreaterThanOrEqualTo(LEAST);
    }

    @ParameterizedTest
    @EnumSource
    void whatWasMeantComesFirstHoweverItIsTyped(QueryClass queryClass) {
        assertThat(academy.heldApart(queryClass)).isGreaterThanOrEqualTo(LEAST_OF_A_CLASS);
    }

    @ParameterizedTest
    @EnumSource
    void aPlainIndexIsWorse(QueryClass queryClass) {
        double baseline = plain.heldApart(queryClass);
        assertThat(academy.heldApart(queryClass))
                .satisfies(ours -> assertThat(ours > baseline || baseline == 1.0)
                        .as("%.3f against %.3f", ours, baseline)
                        .isTrue());
    }

    private void hold(List<JudgedCourse> courses) {
        var listings = courses.stream().map(JudgedCourse::listing).toList();
        academyRanking.hold(listings);
        plainRanking.hold(listings);
        elasticsearch.ask(client -> client.indices().refresh(refresh -> refresh.index(INDICES + "*")));
    }

    private void show() {
        Predicate<JudgedQuery> shown = switch (System.getProperty("judged.show", "")) {
            case "tuning" -> query -> !query.isHeldApart();
            case "all" -> query -> true;
            default -> query -> false;
        };
        academy.told(shown).forEach(System.out::println);
        System.out.println(new JudgedTable(academy, plain).text());
    }
}
