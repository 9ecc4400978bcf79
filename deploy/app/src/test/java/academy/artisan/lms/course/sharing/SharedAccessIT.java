package academy.artisan.lms.course.sharing;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;

import academy.artisan.lms.identity.Role;
import academy.artisan.lms.testing.Academy;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Who opens and begins what is shared. */
class SharedAccessIT extends SharedCourse {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void onlyTheUnitAndThoseBelowItFindOpenAndBeginTheCourse() {
        share(with(employer));
        publish();
        for (var member : List.of(academy.learner(employer), academy.learner(department), academy.hr(department))) {
            member.get(course.catalogPath()).expect(200);
            member.get(course.catalogPath() + "/versions").expect(200);
            enrol(member).expect(201);
        }
        for (var other : List.of(academy.learner(stranger), academy.author(2), academy.hr(stranger))) {
            other.get(course.catalogPath()).expectProblem(404, "not-found");
            other.get(course.catalogPath() + "/versions").expectProblem(404, "not-found");
            other.get(course.catalogPath() + "/versions/1/content").expectProblem(404, "not-found");
            other.get(course.catalogPath() + "/versions/1/verification").expectProblem(404, "not-found");
            enrol(other).expectProblem(404, "not-found");
        }
        share(with(department));
        academy.learner(employer).get(course.catalogPath()).expectProblem(404, "not-found");
        share(WITH_EVERYONE);
        enrol(academy.learner(stranger)).expect(201);
    }

    @Test
    void theGroupAndAdministratorsOpenWhatIsSharedWithNobody() {
        share(WITH_NO_UNIT);
        publish();
        var group = academy.group(0);
        for (var member :
                List.of(course.author(), academy.lead(group), academy.member(Role.REVIEWER, group), academy.admin())) {
            member.get(course.catalogPath()).expect(200);
            member.get(course.catalogPath() + "/versions/1/content").expect(200);
            enrol(member).expect(201);
        }
        enrol(academy.learner(employer)).expectProblem(404, "not-found");
    }

    @Test
    void whoBeganKeepsTheCourseAndItsNewVersions() {
        publish();
        var learner = academy.learner(stranger);
        var enrolment = course.enrol(learner);
        share(with(employer));
        learner.get(course.catalogPath()).expectProblem(404, "not-found");
        learner.get(course.catalogPath() + "/versions").expect(200);
        course.rewrite(0, "新文");
        course.revise("TOP_UP");
        assertThat(enrol(learner).expect(200).path("enrolmentId").asString()).isEqualTo(enrolment);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> learner.get("/api/v1/enrolments/%s/course".formatted(enrolment))
                                .expect(200)
                                .path("version")
                                .asInt()
                        == 2);
        course.open(learner, 0);
        academy.learner(stranger).get(course.catalogPath()).expectProblem(404, "not-found");
    }

    @Test
    void whoJoinsAUnitOpensWhatIsSharedWithItAtOnce() {
        share(with(department));
        publish();
        var learner = academy.learner(stranger);
        learner.get(course.catalogPath()).expectProblem(404, "not-found");
        units.join(department, Academy.idOf(learner), "B-1");
        learner.get(course.catalogPath()).expect(200);
        units.join(employer, Academy.idOf(learner), "B-1");
        learner.get(course.catalogPath()).expectProblem(404, "not-found");
    }

    @Test
    void aWithdrawnCourseIsHiddenFromThoseItIsNotSharedWith() {
        share(with(employer));
        publish();
        course.author().post(course.path("withdrawal"), Map.of("reason", "待修订")).expect(200);
        enrol(academy.learner(employer)).expectProblem(409, "course-is-withdrawn");
        enrol(academy.learner(stranger)).expectProblem(404, "not-found");
        academy.author(2).get(course.catalogPath() + "/versions").expectProblem(404, "not-found");
        academy.hr(employer).get(course.catalogPath() + "/versions").expect(200);
        share(with(stranger));
        course.author().post(course.path("restoration")).expect(200);
        enrol(academy.learner(stranger)).expect(201);
    }

    @Test
    void whoEnrolsWhileTheCourseIsBeingClosedWaitsAndIsRefused() throws Exception {
        publish();
        var learner = academy.learner(stranger);
        try (var other = Executors.newSingleThreadExecutor()) {
            var enrolled = transaction.execute(status -> {
                jdbc.sql("update course.open_course set audience = '{administrators}' where course_id = :course")
                        .param("course", UUID.fromString(course.courseId()))
                        .update();
                var waits = other.submit(() -> enrol(learner));
                await().during(Duration.ofSeconds(1)).until(() -> !waits.isDone());
                return waits;
            });
            enrolled.get().expectProblem(404, "not-found");
        }
    }

    @Test
    void anotherGroupCopiesOnlyWhatItMayOpenAndTheCopyIsSharedAlike() {
        share(with(employer));
        publish();
        var copies = "/api/v1/groups/%s/courses/copies";
        var wish = Map.of("courseId", course.courseId(), "version", 1);
        academy.author(2).post(copies.formatted(academy.group(2)), wish).expectProblem(404, "not-found");

        var member = academy.author(2);
        units.join(department, Academy.idOf(member), "B-1");
        var copy = member.post(copies.formatted(academy.group(2)), wish).expect(201);
        var alike = member.get("/api/v1/courses/%s/sharing"
                        .formatted(copy.path("courseId").asString()))
                .expect(200);
        assertThat(alike.at("/unitIds/0").asString()).isEqualTo(employer.toString());
    }
}
