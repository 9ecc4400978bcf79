package academy.artisan.lms.enrolment;

import java.time.Clock;
import java.time.Duration;

import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.course.CoursePublished;
import academy.artisan.lms.course.LearnersInProgress;
import academy.artisan.lms.course.Versions;
import academy.artisan.lms.jobs.Jobs;
import academy.artisan.lms.jobs.OneTimeJob;
import academy.artisan.lms.jobs.RecurringJob;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

/** Arranges that learners follow a new version, within the transaction that publishes it. */
@Configuration(proxyBeanMethods = false)
class FollowPublications {

    static final String JOB = "enrolment.follow-publication";

    private static final Duration SWEEP = Duration.ofHours(1);

    private static final Logger log = LoggerFactory.getLogger(FollowPublications.class);

    private final Versions versions;
    private final Jobs jobs;
    private final Clock clock;

    FollowPublications(Versions versions, Jobs jobs, Clock clock) {
        this.versions = versions;
        this.jobs = jobs;
        this.clock = clock;
    }

    @EventListener
    void arrange(CoursePublished news) {
        var policy = versions.get(news.courseId(), news.version()).learnersInProgress();
        if (policy != LearnersInProgress.KEEP) {
            jobs.schedule(JOB, jobId(news.courseId(), news.version()), clock.instant());
        }
    }

    static String jobId(CourseId courseId, int version) {
        return courseId + "/" + version;
    }

    @Bean
    static OneTimeJob followPublication(LearnersFollow learners) {
        return OneTimeJob.named(
                JOB,
                id -> {
                    var parts = id.split("/", 2);
                    learners.follow(CourseId.of(parts[0]), Integer.parseInt(parts[1]));
                },
                id -> log.error("Learners do not follow version {} yet; it is tried again", id));
    }

    @Bean
    static RecurringJob takeUpMoves(UnfinishedMoves moves) {
        return RecurringJob.every(SWEEP, "enrolment.take-up-moves", moves::arrange);
    }
}
