package academy.artisan.lms.authoring.publication;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import academy.artisan.lms.testing.Academy;
import academy.artisan.lms.testing.Authored;
import academy.artisan.lms.testing.StackTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@StackTest
class ScheduledPublicationIT {

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    private Academy academy;
    private Authored course;

    @BeforeEach
    void approveCourse() {
        academy = new Academy(context);
        course = Authored.course(academy, "定时", "正文");
        course.approve();
    }

    @Test
    void isPublishedOnceWhenTheTimeHasCome() {
        var waiting = scheduleIn(Duration.ofSeconds(4));
        assertThat(waiting.at("/scheduled/learnersInProgress").asString()).isEqualTo("TOP_UP");
        course.author().get(course.path("publications/scheduled")).expect(200);
        assertThat(course.author().get(course.catalogPath()).status()).isEqualTo(404);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> course.author().get(course.catalogPath()).status() == 200);
        course.author().get(course.path("publications/scheduled")).expectProblem(404, "not-found");
        await().during(Duration.ofSeconds(2)).until(() -> audited("course-published") == 1);
        var line = course.author().get(course.catalogPath() + "/versions").expect(200);
        assertThat(line.path("items").size()).isEqualTo(1);
        assertThat(line.at("/items/0/learnersInProgress").asString()).isEqualTo("TOP_UP");
        assertThat(course.draft().path("state").asString()).isEqualTo("PUBLISHED");
    }

    @Test
    void whatChangedMeanwhileIsNotPublishedAndItsAuthorIsTold() {
        scheduleIn(Duration.ofHours(1));
        course.rewrite(0, "改动");
        assertThat(timeComes()).isTrue();
        assertThat(awaitNotice("publication-not-approved").path("text").asString())
                .contains("定时");
        assertThat(course.author().get(course.catalogPath()).status()).isEqualTo(404);
        course.author().get(course.path("publications/scheduled")).expectProblem(404, "not-found");
        assertThat(audited("publication-failed")).isEqualTo(1);
    }

    @Test
    void somethingElseThatIsApprovedByThenIsNotPublishedInItsPlace() {
        scheduleIn(Duration.ofHours(1));
        course.rewrite(0, "另一正文");
        course.approve();
        assertThat(timeComes()).isTrue();
        awaitNotice("publication-changed");
        course.author().get(course.catalogPath()).expect(404);
        assertThat(audited("publication-failed")).isEqualTo(1);
    }

    @Test
    void whoMayNotPublishAnyMoreDoesNotByThen() {
        scheduleIn(Duration.ofHours(1));
        jdbc.sql("delete from identity.role_grant where person_id = :person")
                .param("person", Academy.idOf(course.author()).value())
                .update();
        assertThat(timeComes()).isTrue();
        awaitNotice("publication-not-allowed");
        course.author().get(course.catalogPath()).expect(404);
        assertThat(audited("publication-failed")).isEqualTo(1);
    }

    @Test
    void aGroupThatIsRetiredByThenPublishesNothing() {
        var admin = academy.admin();
        var group = academy.newGroup(admin);
        jdbc.sql("update authoring.draft set group_id = :group where course_id = :course")
                .param("group", group.value())
                .param("course", UUID.fromString(course.courseId()))
                .update();
        course = new Authored(academy, academy.lead(group), course.reviewer(), course.courseId());
        scheduleIn(Duration.ofHours(1));
        admin.put("/api/v1/groups/%s/retirement".formatted(group)).expect(200);
        assertThat(timeComes()).isTrue();
        awaitNotice("publication-group-retired");
        course.author().get(course.catalogPath()).expect(404);
        assertThat(audited("publication-failed")).isEqualTo(1);
    }

    @Test
    void aWithdrawalTakesOffWhatWaitsAndWhoArrangedItIsTold() {
        course.publish(Map.of()).expect(201);
        course.rewrite(0, "第二版");
        course.approve();
        scheduleIn(Duration.ofHours(1));
        academy.author(0)
                .post(course.path("withdrawal"), Map.of("reason", "设备已更换"))
                .expect(200);
        course.author().get(course.path("publications/scheduled")).expectProblem(404, "not-found");
        awaitNotice("publication-withdrawn");
        assertThat(audited("publication-cancelled")).isEqualTo(1);
        assertThat(timeComes()).isFalse();
        assertThat(course.draft().path("publishedVersion").asInt()).isEqualTo(1);
    }

    private JsonNode awaitNotice(String kind) {
        return await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> course.author()
                                .get("/api/v1/me/notices")
                                .expect(200)
                                .at("/items/0"),
                        told -> told.path("kind").asString().equals(kind));
    }

    @Test
    void whatIsCalledOffIsNotPublished() {
        scheduleIn(Duration.ofHours(1));
        course.author().delete(course.path("publications/scheduled")).expect(204);
        course.author().delete(course.path("publications/scheduled")).expectProblem(404, "not-found");
        assertThat(timeComes()).isFalse();
        course.author().get(course.catalogPath()).expect(404);
        assertThat(audited("publication-cancelled")).isEqualTo(1);
    }

    @Test
    void theLastTimeThatWasSetHoldsAndPublishingNowTakesItOff() {
        scheduleIn(Duration.ofHours(5));
        scheduleIn(Duration.ofHours(9));
        assertThat(audited("publication-scheduled")).isEqualTo(2);
        course.publish(Map.of()).expect(201);
        course.author().get(course.path("publications/scheduled")).expectProblem(404, "not-found");
        assertThat(timeComes()).isFalse();
    }

    @Test
    void aTimeInThePastOrFarAwayAndWhatIsNotApprovedAreRefused() {
        for (var at :
                new Instant[] {Instant.now().minusSeconds(60), Instant.now().plus(Duration.ofDays(400))}) {
            var problem = course.publish(Map.of("publishAt", at.toString())).expectProblem(422, "invalid-fields");
            assertThat(problem.at("/errors/0/field").asString()).isEqualTo("publishAt");
        }
        course.rewrite(0, "改动");
        course.publish(Map.of("publishAt", Instant.now().plusSeconds(60).toString()))
                .expectProblem(409, "approval-stale");
        course.author().get(course.path("publications/scheduled")).expectProblem(404, "not-found");
    }

    private JsonNode scheduleIn(Duration time) {
        var request = Map.of("publishAt", Instant.now().plus(time).toString(), "learnersInProgress", "TOP_UP");
        return course.publish(request).expect(202);
    }

    /** Answers whether there is anything to be done at that time. */
    private boolean timeComes() {
        return jdbc.sql("update jobs.job set execution_time = now() where task_name = :job and task_instance = :course")
                        .param("job", Schedule.JOB)
                        .param("course", course.courseId())
                        .update()
                > 0;
    }

    private int audited(String action) {
        return jdbc.sql("select count(*) from audit.entry where subject_id = :course and action = :action")
                .param("course", UUID.fromString(course.courseId()))
                .param("action", action)
                .query(Integer.class)
                .single();
    }
}
