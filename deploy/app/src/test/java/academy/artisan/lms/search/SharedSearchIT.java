package academy.artisan.lms.search;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import academy.artisan.lms.identity.People;
import academy.artisan.lms.identity.Role;
import academy.artisan.lms.organization.Unit;
import academy.artisan.lms.organization.UnitId;
import academy.artisan.lms.organization.Units;
import academy.artisan.lms.support.Id;
import academy.artisan.lms.testing.Academy;
import academy.artisan.lms.testing.Api;
import academy.artisan.lms.testing.StackTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Random units, people, roles and sharings: what a search shows is exactly what the catalogue lets the viewer open. */
@StackTest
class SharedSearchIT {

    private static final int UNITS = 14;
    private static final int PEOPLE = 10;
    private static final int COURSES = 15;
    private static final int GROUPS = 3;
    private static final int ROUNDS = 2;
    private static final int MOST_SUGGESTIONS = 20;
    private static final String BEGINNING = "锻锤";
    private static final List<String> LEVELS = List.of("初级", "中级", "高级");
    private static final List<Role> ROLES = List.of(Role.LEAD, Role.AUTHOR, Role.REVIEWER, Role.HR);

    private final Academy academy;
    private final Units units;
    private final People people;
    private final String tag = "共享 " + UUID.randomUUID();
    private final String word = "w" + UUID.randomUUID().toString().replaceAll("[0-9-]", "x");
    private final long seed = Long.getLong("lms.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final List<Unit> tree = new ArrayList<>();
    private final List<Viewer> viewers = new ArrayList<>();
    private final List<Course> courses = new ArrayList<>();
    private final List<Api> authors = new ArrayList<>();
    private final Map<String, Set<UnitId>> sharedWith = new HashMap<>();

    @Autowired
    SharedSearchIT(ApplicationContext context, Units units, People people) {
        this.academy = new Academy(context);
        this.units = units;
        this.people = people;
    }

    /** What the catalogue shows of a course. */
    private record Course(String id, int group, String title, String level) {}

    /** Somebody with the units and groups that were given to them, as the test remembers it. */
    private static final class Viewer {
        final Api api;
        final boolean isAdmin;
        final Set<Id> scopes = new HashSet<>();

        @Nullable UnitId unit;

        Viewer(Api api, boolean isAdmin) {
            this.api = api;
            this.isAdmin = isAdmin;
        }
    }

    @Test
    void everyViewerIsShownExactlyWhatTheCatalogueLetsThemOpen() {
        LoggerFactory.getLogger(SharedSearchIT.class).info("Seed {}", seed);
        awaitIndex();
        growTree();
        publishCourses();
        gatherPeople();
        for (var round = 0; round < ROUNDS; round++) {
            shareAnew(round == 0 ? COURSES : COURSES / 3);
            moveSomebody();
            for (var viewer : viewers) {
                compare(viewer);
            }
        }
    }

    /** The first of all tests may be here before the index is, and whatever waits for it keeps others waiting. */
    private void awaitIndex() {
        var admin = academy.admin();
        await().atMost(Duration.ofMinutes(1))
                .until(() -> admin.get("/api/v1/search/courses").status() == 200);
    }

    private void growTree() {
        for (var number = 0; number < UNITS; number++) {
            var parent = tree.isEmpty() || random.nextInt(6) == 0
                    ? null
                    : anyOf(tree).id();
            tree.add(units.add(parent, Unit.Kind.DEPARTMENT, "单位 " + UUID.randomUUID()));
        }
    }

    private void publishCourses() {
        IntStream.range(0, GROUPS).mapToObj(academy::author).forEach(authors::add);
        var reviewer = academy.reviewer(GROUPS);
        for (var number = 0; number < COURSES; number++) {
            var group = random.nextInt(GROUPS);
            var title = "%s第%d讲".formatted(BEGINNING, number);
            var level = anyOf(LEVELS);
            var id = draft(group, title, level);
            academy.publish(authors.get(group), reviewer, id);
            courses.add(new Course(id, group, title, level));
        }
    }

    private String draft(int group, String title, String level) {
        var outline = new HashMap<>(Academy.outline(title, Academy.article("课", word)));
        outline.putAll(Map.of("level", level, "tags", List.of(tag)));
        var id = authors.get(group)
                .post("/api/v1/groups/%s/courses".formatted(academy.group(group)), outline)
                .expect(201)
                .path("courseId")
                .asString();
        authors.get(group)
                .header("If-Match", "\"1\"")
                .put("/api/v1/courses/%s/draft".formatted(id), outline)
                .expect(200);
        return id;
    }

    private void gatherPeople() {
        viewers.add(new Viewer(academy.admin(), true));
        for (var number = 0; number < PEOPLE; number++) {
            var name = "v" + UUID.randomUUID().toString().replace("-", "");
            var id = people.register(name, "某人", "a password of a viewer");
            var viewer = new Viewer(academy.nobody().as(name, "a password of a viewer"), false);
            if (random.nextInt(5) > 0) {
                viewer.unit = anyOf(tree).id();
                units.join(viewer.unit, id, name);
            }
            for (var roles = random.nextInt(3); roles > 0; roles--) {
                var role = anyOf(ROLES);
                Id scope = role == Role.HR ? anyOf(tree).id() : academy.group(random.nextInt(GROUPS + 1));
                if (viewer.scopes.add(scope)) {
                    people.grant(id, role, scope);
                }
            }
            viewers.add(viewer);
        }
    }

    private void shareAnew(int count) {
        for (var left = count; left > 0; left--) {
            var course = anyOf(courses);
            var everyone = random.nextInt(5) == 0;
            var with = everyone
                    ? Set.<UnitId>of()
                    : random.ints(random.nextInt(4), 0, tree.size())
                            .mapToObj(place -> tree.get(place).id())
                            .collect(Collectors.toSet());
            var path = "/api/v1/courses/%s/sharing".formatted(course.id());
            var author = authors.get(course.group());
            author.header("If-Match", author.get(path).header("ETag"))
                    .put(path, Map.of("everyone", everyone, "unitIds", with))
                    .expect(200);
            if (everyone) {
                sharedWith.remove(course.id());
            } else {
                sharedWith.put(course.id(), with);
            }
        }
    }

    /** The index is not told. */
    private void moveSomebody() {
        var viewer = viewers.get(1 + random.nextInt(PEOPLE));
        viewer.unit = anyOf(tree).id();
        units.join(viewer.unit, Academy.idOf(viewer.api), "moved");
    }

    private void compare(Viewer viewer) {
        var open = courses.stream().filter(course -> mayOpen(viewer, course)).toList();
        for (var course : courses) {
            viewer.api.get("/api/v1/catalog/courses/" + course.id()).expect(open.contains(course) ? 200 : 404);
        }
        // What was shared last may take two seconds to be searched by
        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(() -> assertThat(ids(all(viewer), "courseId"))
                        .as("seed " + seed)
                        .containsExactlyInAnyOrderElementsOf(idsOf(open)));
        assertFound(all(viewer), open);
        var typed = search(viewer, "&q=" + encoded(BEGINNING));
        assertFound(typed, open);
        for (var item : typed.path("items")) {
            assertThat(item.at("/highlights/title/0").asString()).contains("<em>");
        }
        await().atMost(Duration.ofSeconds(15)).untilAsserted(() -> assertPassagesFound(viewer, open));
        assertSuggested(viewer, open);
        courses.stream()
                .filter(course -> !open.contains(course))
                .limit(2)
                .forEach(hidden -> assertHidden(viewer, hidden));
    }

    /** As the rule says it, worked out from the tree as it was grown. */
    private boolean mayOpen(Viewer viewer, Course course) {
        var with = sharedWith.get(course.id());
        return with == null
                || viewer.isAdmin
                || viewer.scopes.contains(academy.group(course.group()))
                || places(viewer).anyMatch(place -> with.stream().anyMatch(unit -> isWithin(place, unit)));
    }

    private static Stream<UnitId> places(Viewer viewer) {
        var asHr = viewer.scopes.stream().filter(UnitId.class::isInstance).map(UnitId.class::cast);
        return viewer.unit == null ? asHr : Stream.concat(Stream.of(viewer.unit), asHr);
    }

    private boolean isWithin(UnitId place, UnitId unit) {
        for (@Nullable UnitId at = place; at != null; at = unit(at).parentId()) {
            if (at.equals(unit)) {
                return true;
            }
        }
        return false;
    }

    private Unit unit(UnitId id) {
        return tree.stream().filter(unit -> unit.id().equals(id)).findFirst().orElseThrow();
    }

    private JsonNode all(Viewer viewer) {
        return search(viewer, "");
    }

    private JsonNode search(Viewer viewer, String more) {
        return viewer.api
                .get("/api/v1/search/courses?limit=100&tag=" + encoded(tag) + more)
                .expect(200);
    }

    private static void assertFound(JsonNode found, List<Course> open) {
        assertThat(ids(found, "courseId")).containsExactlyInAnyOrderElementsOf(idsOf(open));
        assertThat(found.path("total").asInt()).isEqualTo(open.size());
        var levels = new TreeMap<String, Integer>();
        open.forEach(course -> levels.merge(course.level(), 1, Integer::sum));
        var counted = new TreeMap<String, Integer>();
        found.at("/facets/level")
                .forEach(facet -> counted.put(
                        facet.path("value").asString(), facet.path("count").asInt()));
        assertThat(counted).isEqualTo(levels);
    }

    private void assertPassagesFound(Viewer viewer, List<Course> open) {
        var found =
                viewer.api.get("/api/v1/search/passages?limit=100&q=" + word).expect(200);
        assertThat(ids(found, "courseId")).as("seed " + seed).containsExactlyInAnyOrderElementsOf(idsOf(open));
        assertThat(found.path("total").asInt()).isEqualTo(open.size());
    }

    private void assertSuggested(Viewer viewer, List<Course> open) {
        var suggested = ids(suggest(viewer, BEGINNING), "courseId");
        assertThat(suggested).hasSize(Math.min(MOST_SUGGESTIONS, open.size())).isSubsetOf(idsOf(open));
    }

    private void assertHidden(Viewer viewer, Course hidden) {
        assertThat(ids(search(viewer, "&q=" + encoded(hidden.title())), "courseId"))
                .doesNotContain(hidden.id());
        assertThat(ids(suggest(viewer, hidden.title()), "courseId")).doesNotContain(hidden.id());
    }

    private static JsonNode suggest(Viewer viewer, String beginning) {
        return viewer.api
                .get("/api/v1/search/suggestions?limit=%d&q=%s".formatted(MOST_SUGGESTIONS, encoded(beginning)))
                .expect(200);
    }

    private static List<String> ids(JsonNode answer, String member) {
        return StreamSupport.stream(answer.path("items").spliterator(), false)
                .map(item -> item.path(member).asString())
                .toList();
    }

    private static List<String> idsOf(List<Course> courses) {
        return courses.stream().map(Course::id).toList();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private <T> T anyOf(List<T> several) {
        return several.get(random.nextInt(several.size()));
    }
}
