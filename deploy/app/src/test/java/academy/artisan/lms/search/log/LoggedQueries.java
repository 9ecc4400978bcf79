package academy.artisan.lms.search.log;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import academy.artisan.lms.testing.Academy;
import academy.artisan.lms.testing.Api;
import academy.artisan.lms.testing.StackTest;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** People who search, and courses in a field of this test alone. */
@StackTest
abstract class LoggedQueries {

    @Autowired
    ApplicationContext context;

    @Autowired
    FilterValues known;

    @Autowired
    LoggedSearches searches;

    @Autowired
    JdbcClient jdbc;

    Academy academy;
    Api learner;
    Api author;

    /** Of this test alone, as its queries are. */
    final String field = "领域" + letters();

    @BeforeEach
    void enter() {
        academy = new Academy(context);
        learner = academy.learner(academy.employer("单位"));
        author = academy.author(0);
        shelve(field, "everyone");
    }

    void shelve(String ofField, String audience) {
        jdbc.sql("""
                insert into search.shelved_course (course_id, change, title, field, level, open, audience, line)
                select id, 1, '', :field, '', true, array[:audience],
                       jsonb_build_object('courseId', id, 'version', 1, 'title', '', 'summary', '', 'field', :field,
                           'level', '', 'tags', '[]'::jsonb, 'groupName', '', 'lessons', 0, 'durationSeconds', 0)
                from gen_random_uuid() id
                """).param("field", ofField).param("audience", audience).update();
        known.refresh();
    }

    JsonNode answer(String parameters) {
        return learner.get("/api/v1/search/courses?" + parameters.replace(field, encoded()))
                .expect(200);
    }

    String search(String parameters) {
        return answer(parameters).path("searchId").asString();
    }

    String encoded() {
        return URLEncoder.encode(field, StandardCharsets.UTF_8);
    }

    void addAll(int times, LoggedSearch like) {
        searches.add(IntStream.range(0, times)
                .mapToObj(i -> new LoggedSearch(
                        SearchId.next(), like.askedAt(), like.query(), like.filters(), like.hits(), false))
                .toList());
    }

    static LoggedSearch logged(String query, int hits, Instant at) {
        return new LoggedSearch(SearchId.next(), at, query, Map.of(), hits, false);
    }

    static String letters() {
        return UUID.randomUUID()
                .toString()
                .replace("-", "")
                .chars()
                .mapToObj(digit -> String.valueOf((char) ('g' + Character.digit(digit, 16))))
                .collect(Collectors.joining())
                .substring(0, 14);
    }
}
