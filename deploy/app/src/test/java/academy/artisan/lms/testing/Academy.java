package academy.artisan.lms.testing;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import academy.artisan.lms.authoring.TeachingGroups;
import academy.artisan.lms.course.GroupId;
import academy.artisan.lms.identity.People;
import academy.artisan.lms.identity.PersonId;
import academy.artisan.lms.identity.Role;
import academy.artisan.lms.organization.Unit;
import academy.artisan.lms.organization.UnitId;
import academy.artisan.lms.organization.Units;
import academy.artisan.lms.support.Id;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** People, units and courses for a test: everybody new, so that tests do not meet. */
public final class Academy {

    private static final String PASSWORD = "a password of a test";

    private final Api api;
    private final People people;
    private final Units units;
    private final List<GroupId> groups;
    private final Unit root;

    public Academy(ApplicationContext context) {
        api = nobody(context);
        people = context.getBean(People.class);
        units = context.getBean(Units.class);
        groups = context.getBean(TeachingGroups.class).all().stream()
                .map(group -> group.id())
                .toList();
        root = units.add(null, Unit.Kind.ACADEMY, "学院 " + UUID.randomUUID());
    }

    public GroupId group(int number) {
        return groups.get(number);
    }

    public Api nobody() {
        return api;
    }

    /** The application under test, without a log-in. */
    public static Api nobody(ApplicationContext context) {
        return Api.at(context.getBean(Environment.class).getRequiredProperty("local.server.port", Integer.class));
    }

    public Api admin() {
        return person(Role.ADMIN, null);
    }

    public Api author(int group) {
        return person(Role.AUTHOR, group(group));
    }

    public Api reviewer(int group) {
        return person(Role.LEAD, group(group));
    }

    /** A group of its own for a test that changes it. */
    public GroupId newGroup(Api admin) {
        var name = "教研组 " + UUID.randomUUID();
        return GroupId.of(admin.post("/api/v1/groups", Map.of("name", name, "field", "领域"))
                .expect(201)
                .path("id")
                .asString());
    }

    public Api lead(GroupId group) {
        return person(Role.LEAD, group);
    }

    public Api member(Role role, GroupId group) {
        return person(role, group);
    }

    public UnitId employer(String name) {
        return units.add(root.id(), Unit.Kind.EMPLOYER, name).id();
    }

    public UnitId department(UnitId employer, String name) {
        return units.add(employer, Unit.Kind.DEPARTMENT, name).id();
    }

    public Api hr(UnitId unit) {
        return person(Role.HR, unit);
    }

    public Api learner(UnitId unit) {
        var username = username();
        units.join(unit, people.register(username, "学员", PASSWORD), "A-" + username);
        return api.as(username, PASSWORD);
    }

    public static PersonId idOf(Api person) {
        return PersonId.of(person.get("/api/v1/me").expect(200).path("personId").asString());
    }

    private Api person(Role role, @Nullable Id scope) {
        var username = username();
        PersonId id = people.register(username, "某人", PASSWORD);
        people.grant(id, role, scope);
        return api.as(username, PASSWORD);
    }

    private static String username() {
        return "p" + UUID.randomUUID().toString().replace("-", "");
    }

    /** Uploads a file the way a browser does; answers what became of it. */
    public JsonNode file(Api author, int group, String name, byte[] content) {
        var upload = announce(author, group, name, content.length);
        assertThat(Api.upload(upload.path("url").asString(), content).status()).isEqualTo(200);
        return author.post("/api/v1/files/%s/completion"
                        .formatted(upload.path("fileId").asString()))
                .expect(200);
    }

    public JsonNode announce(Api author, int group, String name, long sizeBytes) {
        return author.post(
                        "/api/v1/files",
                        Map.of("groupId", group(group).toString(), "fileName", name, "sizeBytes", sizeBytes))
                .expect(201);
    }

    /** A draft with one article; the text decides how long it takes to read. */
    public String draft(Api author, int group, String title, String text) {
        return draft(author, group, title, article("课", text));
    }

    public String draft(Api author, int group, String title, Map<String, Object> lesson) {
        var course = author.post(
                        "/api/v1/groups/%s/courses".formatted(group(group)),
                        Map.of("title", title, "summary", "", "level", "初级", "tags", List.of()))
                .expect(201);
        var path = "/api/v1/courses/%s/draft".formatted(course.path("courseId").asString());
        author.header("If-Match", "\"1\"").put(path, outline(title, lesson)).expect(200);
        return course.path("courseId").asString();
    }

    public static Map<String, Object> outline(String title, Map<String, Object> lesson) {
        return Map.of(
                "title",
                title,
                "summary",
                "",
                "level",
                "初级",
                "tags",
                List.of(),
                "sections",
                List.of(Map.of("title", "章", "lessons", List.of(lesson))));
    }

    public static Map<String, Object> article(String title, String text) {
        return Map.of("title", title, "kind", "ARTICLE", "text", text);
    }

    public static Map<String, Object> document(String title, String documentId) {
        return Map.of("title", title, "kind", "DOCUMENT", "documentId", documentId);
    }

    /** Submits, approves and publishes a draft; answers the publication. */
    public JsonNode publish(Api author, Api reviewer, String courseId) {
        var review =
                author.post("/api/v1/courses/%s/reviews".formatted(courseId)).expect(201);
        reviewer.post(
                        "/api/v1/reviews/%s/decisions"
                                .formatted(review.path("reviewId").asString()),
                        Map.of("decision", "APPROVE", "comments", "好"))
                .expect(200);
        return author.post("/api/v1/courses/%s/publications".formatted(courseId))
                .expect(201);
    }

    /** A published course of one article of a group's author, approved by somebody of the next group. */
    public String published(String title, String text) {
        var author = author(0);
        var courseId = draft(author, 0, title, text);
        publish(author, reviewer(1), courseId);
        return courseId;
    }

    /** An article whose reading takes so many seconds. */
    public static String textOf(int seconds) {
        return "字".repeat(seconds * 400 / 60);
    }

    /** Enrols and opens the first lesson; answers the playback. */
    public Watching watch(Api learner, String courseId) {
        return Watching.begin(learner, courseId);
    }

    /** A playback that a player reports to. */
    public record Watching(Api api, String enrolmentId, String lessonId, JsonNode playback) {

        /** Enrols and opens the first lesson. */
        public static Watching begin(Api learner, String courseId) {
            var enrolmentId = learner.post("/api/v1/enrolments", Map.of("courseId", courseId))
                    .json()
                    .path("enrolmentId")
                    .asString();
            var lessonId = learner.get("/api/v1/catalog/courses/" + courseId)
                    .expect(200)
                    .at("/sections/0/lessons/0/id")
                    .asString();
            var playback = learner.post("/api/v1/enrolments/%s/lessons/%s/playbacks".formatted(enrolmentId, lessonId))
                    .expect(201);
            return new Watching(learner, enrolmentId, lessonId, playback);
        }

        public Api.Answer beat(int sequence, double from, double to) {
            return beat(Map.of(
                    "sequence", sequence, "positionSeconds", to, "rate", 1.0, "intervals", List.of(List.of(from, to))));
        }

        public Api.Answer beat(Object report) {
            return api.with(playback.path("token").asString())
                    .post(
                            "/api/v1/playbacks/%s/heartbeats"
                                    .formatted(playback.path("playbackId").asString()),
                            report);
        }
    }
}
