package academy.artisan.lms.permissions;

import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import academy.artisan.lms.authoring.ReviewStage;
import academy.artisan.lms.course.GroupId;
import academy.artisan.lms.identity.Role;
import academy.artisan.lms.organization.UnitId;
import academy.artisan.lms.testing.Academy;
import academy.artisan.lms.testing.Api;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

import static org.awaitility.Awaitility.await;

/**
 * Two employers, two teaching groups, everybody whom the table speaks of, and one of each thing that can be named: a
 * course that is shared with the first employer, published by the first group and in review anew, which the learner
 * takes and plays. The learner belongs to a workshop, and HR is that of the branch above it.
 */
final class World {

    private final Map<Who, Api> people = new EnumMap<>(Who.class);
    private final Map<String, String> ids = new HashMap<>();
    private final UnitId employer;
    private final GroupId group;
    private final GroupId otherGroup;

    World(ApplicationContext context, MadeVideo video) {
        var academy = new Academy(context);
        var admin = academy.admin();
        people.put(Who.NOBODY, academy.nobody());
        people.put(Who.ADMIN, admin);
        group = academy.newGroup(admin);
        otherGroup = academy.newGroup(admin);
        employer = academy.employer("甲单位");
        var otherEmployer = academy.employer("乙单位");
        var branch = academy.department(employer, "分厂");
        var workshop = academy.department(branch, "车间");
        people.put(Who.LEARNER, academy.learner(workshop));
        people.put(Who.OTHER_LEARNER, academy.learner(otherEmployer));
        people.put(Who.HR, academy.hr(branch));
        people.put(Who.OTHER_HR, academy.hr(otherEmployer));
        people.put(Who.AUTHOR, academy.member(Role.AUTHOR, group));
        people.put(Who.REVIEWER, academy.member(Role.REVIEWER, group));
        people.put(Who.LEAD, academy.lead(group));
        people.put(Who.OTHER_AUTHOR, academy.member(Role.AUTHOR, otherGroup));
        people.put(Who.OTHER_LEAD, academy.lead(otherGroup));
        ids.putAll(Map.of("year", "2026", "version", "1", "revision", "1", "language", "zh-Hans"));
        ids.put("groupId", group.toString());
        ids.put("unitId", workshop.toString());
        ids.put("personId", Academy.idOf(academy.learner(workshop)).toString());
        letReview(ReviewStage.OTHER_GROUP);
        ids.put("videoId", video.of(as(Who.AUTHOR), group));
        makeTheCourse();
        takeTheCourse();
        reviseTheCourse();
        ids.putAll(video.names(playlist()));
        tellTheAuthor();
    }

    private static String idOf(JsonNode thing, String name) {
        return thing.path(name).asString();
    }

    Api as(Who who) {
        return who == Who.PLAYER ? as(Who.NOBODY).with(id("token")) : Objects.requireNonNull(people.get(who));
    }

    Map<String, String> ids() {
        return ids;
    }

    String id(String name) {
        var id = ids.get(name);
        if (id == null) {
            throw new IllegalArgumentException("There is no %s in the world: say which in Questions".formatted(name));
        }
        return id;
    }

    /** The unit above that of which HR is. */
    String employer() {
        return employer.toString();
    }

    String otherGroup() {
        return otherGroup.toString();
    }

    /** Whom the group asks to decide on what is submitted from now on. */
    void letReview(ReviewStage stage) {
        as(Who.LEAD)
                .put(
                        "/api/v1/groups/%s/review-policy".formatted(group),
                        Map.of("stages", List.of(stage), "remindAfterDays", 3))
                .expect(200);
    }

    private void makeTheCourse() {
        var author = as(Who.AUTHOR);
        var course = author.post(
                        "/api/v1/groups/%s/courses".formatted(group),
                        Map.of("title", "焊接", "summary", "", "level", "初级", "tags", List.of()))
                .expect(201);
        ids.put("courseId", idOf(course, "courseId"));
        var draft = author.header("If-Match", "\"1\"")
                .put(path("draft"), outline("焊接"))
                .expect(200);
        ids.put("sectionId", draft.at("/sections/0/id").asString());
        ids.put("lessonId", draft.at("/sections/0/lessons/0/id").asString());
        author.header("If-Match", author.get(path("sharing")).header("ETag"))
                .put(path("sharing"), Map.of("everyone", false, "unitIds", List.of(employer())))
                .expect(200);
        decide(author.post(path("reviews")).expect(201));
        author.post(path("publications"), Map.of()).expect(201);
    }

    private String path(String below) {
        return "/api/v1/courses/%s/%s".formatted(id("courseId"), below);
    }

    private Map<String, Object> outline(String title) {
        return Academy.outline(title, Map.of("title", "课", "kind", "VIDEO", "videoId", id("videoId")));
    }

    void decide(JsonNode review) {
        as(Who.OTHER_LEAD)
                .post(
                        "/api/v1/reviews/%s/decisions".formatted(idOf(review, "reviewId")),
                        Map.of("decision", "APPROVE", "comments", "好"))
                .expect(200);
    }

    private void takeTheCourse() {
        var enrolment = as(Who.LEARNER)
                .post("/api/v1/enrolments", Map.of("courseId", id("courseId")))
                .expect(201);
        ids.put("enrolmentId", idOf(enrolment, "enrolmentId"));
        play();
    }

    /** Lets the learner open the lesson: the playback before, if any, is over. */
    void play() {
        var playback = as(Who.LEARNER)
                .post("/api/v1/enrolments/%s/lessons/%s/playbacks".formatted(id("enrolmentId"), id("lessonId")))
                .expect(201);
        ids.put("playbackId", idOf(playback, "playbackId"));
        ids.put("token", idOf(playback, "token"));
    }

    private String playlist() {
        return as(Who.NOBODY)
                .get("/api/v1/playbacks/%s/master.m3u8?token=%s".formatted(id("playbackId"), id("token")))
                .text();
    }

    private void reviseTheCourse() {
        var author = as(Who.AUTHOR);
        var attributes = author.get(path("draft/attributes")).header("ETag");
        author.header("If-Match", attributes)
                .patch(path("draft/attributes"), Map.of("title", "焊接（修订）"))
                .expect(200);
        ids.put("reviewId", idOf(author.post(path("reviews")).expect(201), "reviewId"));
        ids.put("commentId", comment());
    }

    /** What the lead of the other group insists on. */
    String comment() {
        var comment = as(Who.OTHER_LEAD)
                .post(
                        "/api/v1/reviews/%s/comments".formatted(id("reviewId")),
                        Map.of("text", "请补充", "mustResolve", true))
                .expect(201);
        return idOf(comment, "commentId");
    }

    private void tellTheAuthor() {
        var notices = await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> as(Who.AUTHOR)
                                .get("/api/v1/me/notices")
                                .expect(200)
                                .path("items"),
                        items -> !items.isEmpty());
        ids.put("noticeId", notices.at("/0/id").asString());
    }
}
