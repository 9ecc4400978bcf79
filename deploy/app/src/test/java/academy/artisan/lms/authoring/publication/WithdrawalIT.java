package academy.artisan.lms.authoring.publication;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.course.CourseWithdrawn;
import academy.artisan.lms.testing.Academy;
import academy.artisan.lms.testing.Api;
import academy.artisan.lms.testing.Authored;
import academy.artisan.lms.testing.StackTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@StackTest
class WithdrawalIT {

    private static final Map<String, String> REASON = Map.of("reason", "设备已更换");

    @Autowired
    ApplicationContext context;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    private final String title = "下架" + UUID.randomUUID().toString().substring(0, 8);
    private Academy academy;
    private Authored course;
    private Api learner;
    private Api stranger;

    @BeforeEach
    void publishAndEnrol() {
        academy = new Academy(context);
        course = Authored.published(academy, title, Academy.textOf(10));
        learner = academy.learner(academy.employer("甲单位"));
        stranger = academy.learner(academy.employer("乙单位"));
        course.enrol(learner);
    }

    @Test
    void aWithdrawnCourseVanishesForNewLearnersAndGoesOnForThoseWhoTakeIt() {
        awaitFound(true);
        withdraw().expect(200);
        stranger.get(course.catalogPath()).expectProblem(404, "not-found");
        stranger.get(course.catalogPath() + "/versions").expectProblem(404, "not-found");
        stranger.post("/api/v1/enrolments", Map.of("courseId", course.courseId()))
                .expectProblem(409, "course-is-withdrawn");
        var employer = academy.employer("丙单位");
        academy.hr(employer)
                .post(
                        "/api/v1/hr/units/%s/required-trainings".formatted(employer),
                        Map.of("courseId", course.courseId(), "dueOn", "2099-12-31"))
                .expectProblem(409, "course-is-withdrawn");
        awaitFound(false);
        assertThat(course.draft().path("state").asString()).isEqualTo("WITHDRAWN");
        learner.post("/api/v1/enrolments", Map.of("courseId", course.courseId()))
                .expect(200);
        learner.get(course.catalogPath() + "/versions").expect(200);
        var watching = course.open(learner, 0);
        await().atMost(Duration.ofSeconds(40))
                .pollInterval(Duration.ofSeconds(1))
                .until(() ->
                        watching.beat(1, 0, 10).expect(200).path("completed").asBoolean());
        await().atMost(Duration.ofSeconds(20))
                .until(() -> learner.get("/api/v1/me/enrolments")
                        .expect(200)
                        .at("/items/0/completed")
                        .asBoolean());
    }

    @Test
    void whoSeesThatACourseIsWithdrawnSeesWhy() {
        var ownCourse = "/api/v1/enrolments/%s/course".formatted(course.enrol(learner));
        var versions = course.catalogPath() + "/versions";
        assertThat(learner.get(versions).expect(200).path("withdrawn").isObject())
                .isFalse();
        assertThat(learner.get(ownCourse).expect(200).path("withdrawn").isObject())
                .isFalse();
        withdraw().expect(200);
        var hr = academy.hr(academy.employer("丁单位"));
        for (var reader : List.of(course.author(), hr, learner)) {
            var withdrawn = reader.get(versions).expect(200).path("withdrawn");
            assertThat(withdrawn.path("reason").asString()).isEqualTo("设备已更换");
            assertThat(withdrawn.path("at").isString()).isTrue();
        }
        assertThat(learner.get(ownCourse).expect(200).at("/withdrawn/reason").asString())
                .isEqualTo("设备已更换");
        course.author().post(course.path("restoration")).expect(200);
        assertThat(learner.get(ownCourse).expect(200).path("withdrawn").isObject())
                .isFalse();
        assertThat(jdbc.sql(
                                "select details ->> 'reason' from audit.entry where subject_id = :course and action = :action")
                        .param("course", UUID.fromString(course.courseId()))
                        .param("action", "course-withdrawn")
                        .query(String.class)
                        .single())
                .isEqualTo("设备已更换");
    }

    /** Else whoever revised it meanwhile would pass for somebody without a hand in the revision. */
    @Test
    void whichRevisionWasPublishedIsNotTouched() {
        course.rewrite(0, "修订");
        jdbc.sql("update authoring.draft set published_version = null where course_id = :course")
                .param("course", UUID.fromString(course.courseId()))
                .update();
        var published = publishedRevision();
        withdraw().expect(200);
        assertThat(publishedRevision()).isEqualTo(published);
        course.author().post(course.path("restoration")).expect(200);
        assertThat(publishedRevision()).isEqualTo(published);
    }

    private int publishedRevision() {
        return jdbc.sql("select published_revision from authoring.draft where course_id = :course")
                .param("course", UUID.fromString(course.courseId()))
                .query(Integer.class)
                .single();
    }

    @Test
    void aRestoredCourseIsBackInExactlyTheSameVersion() {
        var before = course.author().get(course.catalogPath()).expect(200);
        withdraw().expect(200);
        awaitFound(false);
        course.author().post(course.path("restoration")).expect(200);
        assertThat(course.author().get(course.catalogPath()).expect(200)).isEqualTo(before);
        assertThat(course.draft().path("state").asString()).isEqualTo("PUBLISHED");
        course.enrol(stranger);
        awaitFound(true);
        transaction.executeWithoutResult(
                status -> events.publishEvent(CourseWithdrawn.of(CourseId.of(course.courseId()))));
        await().during(Duration.ofSeconds(3)).atMost(Duration.ofSeconds(10)).until(() -> isFound());
        assertThat(audited("course-withdrawn")).isEqualTo(1);
        assertThat(audited("course-restored")).isEqualTo(1);
    }

    @Test
    void aNewVersionCountsUpOverTheWithdrawnOneAndOpensTheCourse() {
        withdraw().expect(200);
        course.rewrite(0, "修订");
        course.approve();
        assertThat(course.publish(Map.of()).expect(201).path("version").asInt()).isEqualTo(2);
        assertThat(course.author()
                        .get(course.catalogPath())
                        .expect(200)
                        .path("version")
                        .asInt())
                .isEqualTo(2);
        course.author().post(course.path("restoration")).expectProblem(409, "course-not-withdrawn");
    }

    @Test
    void whatCannotBeWithdrawnOrRestoredSaysWhy() {
        course.author().post(course.path("withdrawal"), Map.of("reason", " ")).expectProblem(400, "invalid-request");
        academy.author(2).post(course.path("withdrawal"), REASON).expectProblem(404, "not-found");
        learner.post(course.path("withdrawal"), REASON).expectProblem(404, "not-found");
        course.author().post(course.path("restoration")).expectProblem(409, "course-not-withdrawn");
        withdraw().expect(200);
        withdraw().expectProblem(409, "course-is-withdrawn");
        var draft = Authored.course(academy, "未发布", "文");
        draft.author().post(draft.path("withdrawal"), REASON).expectProblem(409, "course-not-published");
    }

    private Api.Answer withdraw() {
        return course.author().post(course.path("withdrawal"), REASON);
    }

    private void awaitFound(boolean wanted) {
        await().atMost(Duration.ofSeconds(30)).until(() -> isFound() == wanted);
    }

    private boolean isFound() {
        return stranger.get("/api/v1/search/courses?q=" + URLEncoder.encode(title, StandardCharsets.UTF_8))
                .expect(200)
                .toString()
                .contains(course.courseId());
    }

    private int audited(String action) {
        return jdbc.sql("select count(*) from audit.entry where subject_id = :course and action = :action")
                .param("course", UUID.fromString(course.courseId()))
                .param("action", action)
                .query(Integer.class)
                .single();
    }
}
