package academy.artisan.lms.enrolment;

import java.util.Collections;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.testing.Academy;
import academy.artisan.lms.testing.Authored;
import academy.artisan.lms.testing.StackTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@StackTest
class MovesIT {

    private static final int PEOPLE = 1000;

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Moves moves;

    @Autowired
    LearnersFollow learners;

    private Authored course;
    private CourseId courseId;

    /** The policy of the version is KEEP for the job that publication arranges; the test moves by itself. */
    @BeforeEach
    void publishForManyLearners() {
        course = Authored.published(new Academy(context), "众人", "一");
        courseId = CourseId.of(course.courseId());
        enrolMany();
        course.rewrite(0, "二");
        course.approve();
        course.publish(Map.of()).expect(201);
    }

    @Test
    void whatAMoveLeftBehindIsDoneByTheNext() {
        assertThat(moves.topUp(courseId, 2)).isTrue();
        assertThat(count("version = 2")).isBetween(1, PEOPLE - 1);
        while (moves.topUp(courseId, 2)) {
            // the rest, batch by batch
        }
        assertThat(count("version = 2 and generation = 1 and ended_at is null")).isEqualTo(PEOPLE);
        assertThat(jdbc.sql("select count(*) from enrolment.move")
                        .query(Integer.class)
                        .single())
                .isGreaterThanOrEqualTo(PEOPLE);
        assertThat(moves.topUp(courseId, 2)).isFalse();
    }

    @Test
    void manyNodesAtOnceBeginEachEnrolmentAgainOnce() throws Exception {
        try (var nodes = Executors.newFixedThreadPool(4)) {
            for (var done : nodes.invokeAll(Collections.<Callable<Boolean>>nCopies(4, this::startAllAgain))) {
                assertThat(done.get()).isFalse();
            }
        }
        assertThat(count("version = 2 and generation = 2 and ended_at is null")).isEqualTo(PEOPLE);
        assertThat(count("version = 1 and generation = 1 and ended_at is not null"))
                .isEqualTo(PEOPLE);
        assertThat(count("true")).isEqualTo(2 * PEOPLE);
    }

    @Test
    void aVersionThatKeepsItsLearnersMovesNobody() {
        learners.follow(courseId, 2);
        assertThat(count("version = 1")).isEqualTo(PEOPLE);
    }

    private boolean startAllAgain() {
        while (moves.startAgain(courseId, 2)) {
            // the rest, batch by batch
        }
        return moves.startAgain(courseId, 2);
    }

    private void enrolMany() {
        jdbc.sql("""
                insert into enrolment.enrolment (enrolment_id, person_id, course_id, version, enrolled_at)
                select gen_random_uuid(), gen_random_uuid(), :course, 1, now() from generate_series(1, :people)
                """).param("course", courseId.value()).param("people", PEOPLE).update();
    }

    private int count(String which) {
        return jdbc.sql("select count(*) from enrolment.enrolment where course_id = :course and " + which)
                .param("course", UUID.fromString(course.courseId()))
                .query(Integer.class)
                .single();
    }
}
