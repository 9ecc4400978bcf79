package academy.artisan.lms.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import academy.artisan.lms.identity.People;
import academy.artisan.lms.identity.PersonId;
import academy.artisan.lms.identity.Role;
import academy.artisan.lms.organization.Unit;
import academy.artisan.lms.organization.UnitId;
import academy.artisan.lms.organization.Units;
import academy.artisan.lms.support.Id;
import academy.artisan.lms.testing.Academy;
import academy.artisan.lms.testing.Api;
import academy.artisan.lms.testing.Documents;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/** Units, people and courses as chance wants them, and who may open which course then, worked out apart. */
final class SharedCourses {

    /** What all titles begin with. */
    static final String BEGINNING = "锻锤";

    static final int COUNT = 15;

    private static final int UNITS = 14;
    private static final int PEOPLE = 10;
    private static final int GROUPS = 3;
    private static final int EACH_WITH_FILE = 4;
    private static final List<String> LEVELS = List.of("初级", "中级", "高级");
    private static final List<Role> ROLES = List.of(Role.LEAD, Role.AUTHOR, Role.REVIEWER, Role.HR);

    /** What all of them have, and no course of another test. */
    final String tag = "共享 " + UUID.randomUUID();

    /** What the articles of all of them say, and no other. */
    final String word = "w" + UUID.randomUUID().toString().replaceAll("[^a-f]", "x");

    final List<Viewer> viewers = new ArrayList<>();
    final List<Course> all = new ArrayList<>();
    private final Academy academy;
    private final Units units;
    private final People people;
    private final Random random;
    private final List<Unit> tree = new ArrayList<>();
    private final List<Api> authors = new ArrayList<>();
    private final Map<String, Set<UnitId>> sharedWith = new HashMap<>();

    SharedCourses(ApplicationContext context, Random random) {
        this.academy = new Academy(context);
        this.units = context.getBean(Units.class);
        this.people = context.getBean(People.class);
        this.random = random;
        growTree();
        publishCourses();
        gatherPeople();
    }

    /**
     * What the catalogue shows of a course.
     *
     * @param label a tag of this course alone
     * @param fileId what one of its lessons shows; of some courses
     */
    record Course(
            String id,
            int group,
            String title,
            String level,
            String label,
            String instructor,
            @Nullable UUID fileId) {}

    /** Somebody with the units and groups that were given to them, as the test remembers it. */
    static final class Viewer {
        final Api api;
        final PersonId id;
        private final boolean isAdmin;
        private final Set<Id> scopes = new HashSet<>();

        private @Nullable UnitId unit;

        private Viewer(Api api, boolean isAdmin) {
            this.api = api;
            this.id = Academy.idOf(api);
            this.isAdmin = isAdmin;
        }
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
        for (var number = 0; number < COUNT; number++) {
            var course = draft(random.nextInt(GROUPS), number);
            academy.publish(authors.get(course.group()), reviewer, course.id());
            all.add(course);
        }
    }

    private Course draft(int group, int number) {
        var title = "%s第%d讲".formatted(BEGINNING, number);
        var author = authors.get(group);
        var label = "锻造标签%d号%s".formatted(number, tag.substring(3, 7));
        var instructor = "锻师傅%d号%s".formatted(number, tag.substring(3, 7));
        var fileId = number % EACH_WITH_FILE == 0 ? file(author, group, number) : null;
        var level = anyOf(LEVELS);
        var lesson = fileId == null ? Academy.article("课", word) : Academy.document("课", fileId.toString());
        var outline = new HashMap<>(Academy.outline(title, lesson));
        outline.putAll(Map.of("level", level, "tags", List.of(tag, label), "instructors", List.of(instructor)));
        var id = author.post("/api/v1/groups/%s/courses".formatted(academy.group(group)), outline)
                .expect(201)
                .path("courseId")
                .asString();
        author.header("If-Match", "\"1\"")
                .put("/api/v1/courses/%s/draft".formatted(id), outline)
                .expect(200);
        return new Course(id, group, title, level, label, instructor, fileId);
    }

    private UUID file(Api author, int group, int number) {
        var content = Documents.pdf(1, "file %d of %s".formatted(number, tag.substring(3)));
        return UUID.fromString(academy.file(author, group, number + ".pdf", content)
                .path("fileId")
                .asString());
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

    /** So many times, of a course that chance picks. */
    void shareAnew(int count) {
        for (var left = count; left > 0; left--) {
            var course = anyOf(all);
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
    void moveSomebody() {
        var viewer = viewers.get(1 + random.nextInt(PEOPLE));
        viewer.unit = anyOf(tree).id();
        units.join(viewer.unit, viewer.id, "moved");
    }

    /** As the rule says it, worked out from the tree as it was grown. */
    boolean mayOpen(Viewer viewer, Course course) {
        var with = sharedWith.get(course.id());
        return with == null
                || viewer.isAdmin
                || viewer.scopes.contains(academy.group(course.group()))
                || places(viewer).anyMatch(place -> with.stream().anyMatch(unit -> isWithin(place, unit)));
    }

    /** How many courses are shared with which units, of those that this viewer may know of. */
    Map<String, Long> unitsOf(Viewer viewer, List<Course> courses) {
        return courses.stream()
                .flatMap(course -> sharedWith.getOrDefault(course.id(), Set.of()).stream())
                .filter(unit -> viewer.isAdmin || places(viewer).anyMatch(place -> isWithin(place, unit)))
                .collect(Collectors.groupingBy(UnitId::toString, Collectors.counting()));
    }

    /** Those of them that are shared with a unit. */
    List<Course> sharedWith(String unit, List<Course> courses) {
        return courses.stream()
                .filter(course -> sharedWith.getOrDefault(course.id(), Set.of()).contains(UnitId.of(unit)))
                .toList();
    }

    /** All that there are. */
    List<String> unitIds() {
        return tree.stream().map(unit -> unit.id().toString()).toList();
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

    boolean isForEveryone(Course course) {
        return !sharedWith.containsKey(course.id());
    }

    private <T> T anyOf(List<T> several) {
        return several.get(random.nextInt(several.size()));
    }
}
