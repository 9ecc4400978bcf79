package academy.artisan.lms.search;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import academy.artisan.lms.course.CarriedVersions;
import academy.artisan.lms.course.CourseViewers;
import academy.artisan.lms.course.MediaUse;
import academy.artisan.lms.search.SharedCourses.Course;
import academy.artisan.lms.search.SharedCourses.Viewer;
import academy.artisan.lms.search.elasticsearch.Fallback;
import academy.artisan.lms.search.elasticsearch.SearchUnavailable;
import academy.artisan.lms.search.log.PopularQueries;
import academy.artisan.lms.support.Id;
import academy.artisan.lms.testing.Academy;
import academy.artisan.lms.testing.StackTest;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

import static academy.artisan.lms.search.SharedCourses.BEGINNING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Random units, people, roles and sharings: what a search shows is exactly what the catalogue lets the viewer open. */
@StackTest
class SharedSearchIT {

    private static final int ROUNDS = 2;
    private static final int MOST_SUGGESTIONS = 20;
    private static final int MOST_NAMES = 4;

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PopularQueries popular;

    @Autowired
    Fallback fallback;

    @Autowired
    CourseViewers courseViewers;

    @Autowired
    CarriedVersions versions;

    @Autowired
    List<MediaUse> uses;

    private final long seed = Long.getLong("lms.seed", System.nanoTime());

    @Test
    void everyViewerIsShownExactlyWhatTheCatalogueLetsThemOpen() {
        LoggerFactory.getLogger(SharedSearchIT.class).info("Seed {}", seed);
        awaitIndex();
        var courses = new SharedCourses(context, new Random(seed));
        makePopular(courses.all);
        for (var round = 0; round < ROUNDS; round++) {
            courses.shareAnew(round == 0 ? SharedCourses.COUNT : SharedCourses.COUNT / 3);
            courses.moveSomebody();
            for (var viewer : courses.viewers) {
                compare(courses, viewer);
            }
            for (var viewer : courses.viewers) {
                compareReduced(courses, viewer);
            }
            assertMediaOfOthersAreHidden(courses);
            await().atMost(Duration.ofSeconds(15))
                    .until(() -> !search(courses, courses.viewers.getFirst(), "")
                            .path("reduced")
                            .asBoolean());
        }
    }

    /** The first of all tests may be here before the index is, and whatever waits for it keeps others waiting. */
    private void awaitIndex() {
        var admin = new Academy(context).admin();
        await().atMost(Duration.ofMinutes(1))
                .until(() -> admin.get("/api/v1/search/courses").status() == 200);
    }

    /** As if many had asked for each by its title. */
    private void makePopular(List<Course> courses) {
        jdbc.sql("""
                insert into search.query_day (day, query, field, searches, hits, last_asked_at)
                select current_date, query, '', 9, 1, now() from unnest(:queries) as query
                on conflict do nothing
                """)
                .param("queries", courses.stream().map(Course::title).toArray(String[]::new))
                .update();
        popular.refresh();
    }

    private void compare(SharedCourses courses, Viewer viewer) {
        var open = open(courses, viewer);
        for (var course : courses.all) {
            viewer.api.get("/api/v1/catalog/courses/" + course.id()).expect(open.contains(course) ? 200 : 404);
        }
        // What was shared last may take two seconds to be searched by
        await().atMost(Duration.ofSeconds(15)).untilAsserted(() -> assertIds(search(courses, viewer, ""), open));
        assertFound(search(courses, viewer, ""), open);
        // Sharing that changes nothing for this viewer may be on its way, too
        await().atMost(Duration.ofSeconds(15)).untilAsserted(() -> assertUnits(courses, viewer, open));
        var typed = search(courses, viewer, "&q=" + encoded(BEGINNING));
        assertFound(typed, open);
        for (var item : typed.path("items")) {
            assertThat(item.at("/highlights/title/0").asString().replaceAll("</?em>", ""))
                    .isEqualTo(item.path("title").asString());
        }
        await().atMost(Duration.ofSeconds(15)).untilAsserted(() -> assertPassagesFound(courses, viewer, open));
        assertNearest(search(courses, viewer, "&q=" + encoded(BEGINNING + "毫无关系的别的东西呀")), open);
        assertSuggested(viewer, open);
        for (var course : courses.all) {
            assertNamedOnlyIf(open.contains(course), viewer, course);
        }
        courses.all.stream()
                .filter(course -> !open.contains(course))
                .limit(2)
                .forEach(hidden -> assertHidden(courses, viewer, hidden));
    }

    private static List<Course> open(SharedCourses courses, Viewer viewer) {
        return courses.all.stream()
                .filter(course -> courses.mayOpen(viewer, course))
                .toList();
    }

    private void assertFound(JsonNode found, List<Course> open) {
        assertIds(found, open);
        assertThat(found.path("total").asInt()).isEqualTo(open.size());
        assertThat(counts(found, "level"))
                .isEqualTo(open.stream().collect(Collectors.groupingBy(Course::level, Collectors.counting())));
        assertThat(counts(found, "tag").keySet())
                .filteredOn(tag -> tag.startsWith("锻造标签"))
                .containsExactlyInAnyOrderElementsOf(values(open, Course::label));
    }

    /** A unit that the viewer is not told of finds nothing, whatever is shared with it beside. */
    private void assertUnits(SharedCourses courses, Viewer viewer, List<Course> open) {
        var told = courses.unitsOf(viewer, open);
        assertThat(counts(search(courses, viewer, ""), "unit")).isEqualTo(told);
        for (var unit : courses.unitIds()) {
            var found = search(courses, viewer, "&unit=" + unit);
            var expected = told.containsKey(unit) ? courses.sharedWith(unit, open) : List.<Course>of();
            assertIds(found, expected);
            assertThat(counts(found, "unit")).isEqualTo(courses.unitsOf(viewer, expected));
        }
    }

    private static Map<String, Long> counts(JsonNode found, String facet) {
        return found.path("facets")
                .path(facet)
                .valueStream()
                .collect(Collectors.toMap(
                        value -> value.path("value").asString(),
                        value -> value.path("count").asLong()));
    }

    private void assertNearest(JsonNode found, List<Course> open) {
        assertIds(found, open);
        assertThat(found.path("total").asInt()).isZero();
        assertThat(found.path("nearest").asBoolean()).isEqualTo(!open.isEmpty());
        assertThat(counts(found, "level")).isEmpty();
    }

    private void assertPassagesFound(SharedCourses courses, Viewer viewer, List<Course> open) {
        var withArticle =
                open.stream().filter(course -> course.fileId() == null).toList();
        var found = viewer.api
                .get("/api/v1/search/passages?limit=100&q=" + courses.word)
                .expect(200);
        assertIds(found, withArticle);
        assertThat(found.path("total").asInt()).isEqualTo(withArticle.size());
    }

    private void assertSuggested(Viewer viewer, List<Course> open) {
        var suggestions = suggest(viewer, BEGINNING);
        assertThat(ids(suggestions))
                .hasSize(Math.min(MOST_SUGGESTIONS, open.size()))
                .isSubsetOf(idsOf(open));
        assertThat(texts(suggestions, "queries")).isSubsetOf(values(open, Course::title));
        assertThat(names(suggest(viewer, "锻造标签")))
                .hasSize(Math.min(MOST_NAMES, open.size()))
                .isSubsetOf(values(open, Course::label));
        assertThat(names(suggest(viewer, "duanshifu")))
                .hasSize(Math.min(MOST_NAMES, open.size()))
                .isSubsetOf(values(open, Course::instructor));
    }

    private void assertNamedOnlyIf(boolean isOpen, Viewer viewer, Course course) {
        assertThat(texts(suggest(viewer, course.title()), "queries"))
                .isEqualTo(isOpen ? List.of(course.title()) : List.of());
        assertThat(names(suggest(viewer, course.label()))).isEqualTo(isOpen ? List.of(course.label()) : List.of());
    }

    private void assertHidden(SharedCourses courses, Viewer viewer, Course hidden) {
        for (var typed : List.of(hidden.title(), hidden.label(), hidden.instructor())) {
            assertThat(search(courses, viewer, "&q=" + encoded(typed)).toString())
                    .doesNotContain(hidden.id());
            assertThat(suggest(viewer, typed).toString())
                    .doesNotContain(hidden.id(), hidden.label(), hidden.instructor());
        }
    }

    /** While Elasticsearch is away. */
    private void compareReduced(SharedCourses courses, Viewer viewer) {
        var open = open(courses, viewer);
        await().atMost(Duration.ofSeconds(15)).untilAsserted(() -> {
            fallback.ask(
                    () -> {
                        throw new SearchUnavailable(new IOException("as if it were away"));
                    },
                    () -> true);
            for (var typed : List.of("", BEGINNING)) {
                var found = search(courses, viewer, "&q=" + encoded(typed));
                assertThat(found.path("reduced").asBoolean()).isTrue();
                assertIds(found, open);
                assertThat(found.path("total").asInt()).isEqualTo(open.size());
            }
        });
        var suggestions = suggest(viewer, BEGINNING);
        assertThat(ids(suggestions))
                .hasSize(Math.min(MOST_SUGGESTIONS, open.size()))
                .isSubsetOf(idsOf(open));
        assertThat(suggestions.path("names")).isEmpty();
        courses.all.stream()
                .filter(course -> !open.contains(course))
                .limit(1)
                .forEach(hidden ->
                        assertThat(ids(suggest(viewer, hidden.title()))).isEmpty());
    }

    /** Nobody is told, by what a file is shown in, of a course that is closed to them. */
    private void assertMediaOfOthersAreHidden(SharedCourses courses) {
        var files = files(courses.all);
        for (var viewer : courses.viewers) {
            assertThat(versions.shownOpenly(files, courseViewers.of(viewer.id)))
                    .isEqualTo(files(open(courses, viewer)));
        }
        for (var course : courses.all) {
            var file = course.fileId();
            if (file != null) {
                assertThat(uses.stream()
                                .flatMap(use -> use.of(new Shown(file)).stream())
                                .anyMatch(MediaUse.Showing::isOpen))
                        .as("whether everyone may find it")
                        .isEqualTo(courses.isForEveryone(course));
            }
        }
    }

    private record Shown(UUID value) implements Id {}

    private static Set<UUID> files(List<Course> courses) {
        return courses.stream().map(Course::fileId).filter(Objects::nonNull).collect(Collectors.toSet());
    }

    private static JsonNode search(SharedCourses courses, Viewer viewer, String more) {
        return viewer.api
                .get("/api/v1/search/courses?limit=100&tag=" + encoded(courses.tag) + more)
                .expect(200);
    }

    private static JsonNode suggest(Viewer viewer, String beginning) {
        return viewer.api
                .get("/api/v1/search/suggestions?limit=%d&q=%s".formatted(MOST_SUGGESTIONS, encoded(beginning)))
                .expect(200);
    }

    private void assertIds(JsonNode found, List<Course> open) {
        assertThat(ids(found)).as("seed " + seed).containsExactlyInAnyOrderElementsOf(idsOf(open));
    }

    private static List<String> ids(JsonNode answer) {
        return answer.path("items")
                .valueStream()
                .map(item -> item.path("courseId").asString())
                .toList();
    }

    private static List<String> names(JsonNode suggestions) {
        return suggestions
                .path("names")
                .valueStream()
                .map(name -> name.path("name").asString())
                .toList();
    }

    private static List<String> texts(JsonNode answer, String member) {
        return answer.path(member).valueStream().map(JsonNode::asString).toList();
    }

    private static List<String> idsOf(Collection<Course> courses) {
        return values(courses, Course::id);
    }

    private static List<String> values(Collection<Course> courses, Function<Course, String> value) {
        return courses.stream().map(value).toList();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
