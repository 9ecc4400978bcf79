package academy.artisan.lms.authoring.review.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import academy.artisan.lms.authoring.review.ReviewStory;
import academy.artisan.lms.testing.Api;
import academy.artisan.lms.testing.StackTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@StackTest
class ReviewRemindersIT {

    private static final Duration MOMENT = Duration.ofMinutes(5);

    @Autowired
    ApplicationContext context;

    @Autowired
    Reminders reminders;

    @Autowired
    JdbcClient jdbc;

    @Test
    void whatWaitsForTooLongIsBroughtToMindOnceADay() {
        var story = new ReviewStory(context, "OWN_LEAD");
        var review = story.submitted();
        remind(daysFromNow(3).minus(MOMENT));
        assertThat(reminders(story.lead, review)).isZero();
        remind(daysFromNow(3));
        assertThat(reminders(story.lead, review)).isEqualTo(1);
        assertThat(reminders(story.author, review)).isZero();
        remind(daysFromNow(3).plus(Duration.ofHours(23)));
        assertThat(reminders(story.lead, review)).isEqualTo(1);
        remind(daysFromNow(4));
        assertThat(reminders(story.lead, review)).isEqualTo(2);
    }

    @Test
    void theNextStageIsGivenItsOwnTime() {
        var story = new ReviewStory(context, "OWN_LEAD", "ACADEMY");
        var review = story.submitted();
        jdbc.sql("update authoring.review set waiting_since = waiting_since - interval '2 days' where review_id = :id")
                .param("id", UUID.fromString(review))
                .update();
        story.decide(story.lead, review, "APPROVE").expect(200);
        remind(daysFromNow(2));
        assertThat(reminders(story.admin, review)).isZero();
        remind(daysFromNow(3));
        assertThat(reminders(story.admin, review)).isEqualTo(1);
        assertThat(reminders(story.lead, review)).isZero();
    }

    @Test
    void nobodyIsRemindedOfWhatIsDecidedOrDeleted() {
        var story = new ReviewStory(context, "OWN_LEAD");
        var decided = story.submitted();
        story.decide(story.lead, decided, "REJECT").expect(200);
        remind(daysFromNow(10));
        assertThat(reminders(story.lead, decided)).isZero();
        story.submitted();
        jdbc.sql("update authoring.draft set deleted_at = now() where course_id = :id")
                .param("id", UUID.fromString(story.courseId))
                .update();
        remind(daysFromNow(10));
        assertThat(reminders(story.lead, decided)).isZero();
    }

    @Test
    void ofWhatIsStaleTheAuthorsAreReminded() {
        var story = new ReviewStory(context, "OWN_LEAD");
        var review = story.submitted();
        story.edit(story.author, story.lesson(0, 0), "改了");
        remind(daysFromNow(3));
        assertThat(reminders(story.lead, review)).isZero();
        assertThat(ReviewStory.notices(story.author, review)).containsExactly("review-stale-reminder");
    }

    @Test
    void ofManyNodesThatRemindAtOnceOneDoes() throws Exception {
        var story = new ReviewStory(context, "OWN_LEAD");
        var review = story.submitted();
        var at = daysFromNow(3);
        try (var nodes = Executors.newFixedThreadPool(8)) {
            Callable<Boolean> node = () -> {
                remind(at.plusSeconds(Thread.currentThread().threadId() % 100));
                return true;
            };
            for (var done : nodes.invokeAll(Collections.nCopies(8, node))) {
                assertThat(done.get()).isTrue();
            }
        }
        assertThat(reminders(story.lead, review)).isEqualTo(1);
    }

    @Test
    void theJobIsArranged() {
        assertThat(jdbc.sql("select count(*) from jobs.job where task_name = 'remind-of-reviews'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    private void remind(Instant now) {
        while (reminders.remindOfSome(now)) {
            // until none is left that is due
        }
    }

    private static Instant daysFromNow(int days) {
        return Instant.now().plus(Duration.ofDays(days)).plusSeconds(1);
    }

    private static long reminders(Api person, String reviewId) {
        return ReviewStory.notices(person, reviewId).stream()
                .filter("review-reminder"::equals)
                .count();
    }
}
