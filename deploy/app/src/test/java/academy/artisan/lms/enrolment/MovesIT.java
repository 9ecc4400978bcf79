package academy.artisan.lms.enrolment;

import java.time.Duration;
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
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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

    @Autowired
    UnfinishedMoves unfinished;

    @Autowired
    TransactionTemplate transaction;

    private Academy academy;
    private Authored course;
    private CourseId courseId;

    /** The policy of the version is KEEP for the job that publication arranges; the test moves by itself. */
    @BeforeEach
    void publishForManyLearners() {
        academy = new Academy(context);
        course = Authored.published(academy, "众人", "一");
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
    void whatAKilledNodeLeftBehindIsDoneByAnother() {
        course.rewrite(0, "三");
        course.revise("TOP_UP");
        await().atMost(Duration.ofSeconds(30)).until(() -> count("version = 3") == PEOPLE && jobs() == 0);
        enrolMany();
        moves.topUp(courseId, 3);
        jdbc.sql("""
                insert into jobs.job
                    (task_name, task_instance, execution_time, picked, picked_by, last_heartbeat, version)
                values (:name, :id, now() - interval '1 hour', true, 'a killed node', now() - interval '1 hour', 2)
                """)
                .param("name", FollowPublications.JOB)
                .param("id", courseId + "/3")
                .update();
        await().atMost(Duration.ofMinutes(2)).until(() -> count("version = 3") == 2 * PEOPLE && jobs() == 0);
        assertThat(count("true")).isEqualTo(2 * PEOPLE);
    }

    @Test
    void twoVersionsInQuickSuccessionAreFollowedInOrder() {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("select pg_advisory_xact_lock(hashtext('enrolment.move'), hashtext(:course))")
                    .param("course", courseId.toString())
                    .query((row, ignored) -> true)
                    .single();
            course.rewrite(0, "三");
            course.revise("START_AGAIN");
            course.rewrite(0, "四");
            course.revise("TOP_UP");
            await().atMost(Duration.ofSeconds(30)).until(() -> waitingMoves() == 2);
        });
        await().atMost(Duration.ofSeconds(60)).until(() -> count("version = 4") == PEOPLE && jobs() == 0);
        assertThat(count("version = 4 and generation = 2 and ended_at is null")).isEqualTo(PEOPLE);
        assertThat(count("version = 1 and generation = 1 and ended_at is not null"))
                .isEqualTo(PEOPLE);
    }

    @Test
    void movesThatWereGivenUpAreTakenUpAgain() {
        course.rewrite(0, "三");
        course.revise("TOP_UP");
        await().atMost(Duration.ofSeconds(30)).until(() -> count("version = 3") == PEOPLE && jobs() == 0);
        enrolMany();
        unfinished.arrange();
        await().atMost(Duration.ofSeconds(60)).until(() -> count("version = 3") == 2 * PEOPLE && jobs() == 0);
        unfinished.arrange();
        assertThat(jobs()).isZero();
    }

    @Test
    void whoEnrolsWhileAVersionIsBeingPublishedWaitsForIt() throws Exception {
        var learner = academy.learner(academy.employer("甲单位"));
        try (var node = Executors.newSingleThreadExecutor()) {
            var enrolled = transaction.execute(status -> {
                jdbc.sql("update course.open_course set change = change + 1 where course_id = :course")
                        .param("course", courseId.value())
                        .update();
                var waits = node.submit(() -> course.enrol(learner));
                await().during(Duration.ofSeconds(2)).until(() -> !waits.isDone());
                return waits;
            });
            assertThat(enrolled.get()).isNotEmpty();
        }
    }

    private int waitingMoves() {
        return jdbc.sql("""
                        select count(*) from pg_locks l join pg_database d on d.oid = l.database
                        where l.locktype = 'advisory' and not l.granted and d.datname = current_database()
                        """).query(Integer.class).single();
    }

    private int jobs() {
        return jdbc.sql("select count(*) from jobs.job where task_name = :name and task_instance like :course || '%'")
                .param("name", FollowPublications.JOB)
                .param("course", courseId.toString())
                .query(Integer.class)
                .single();
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
