package academy.artisan.lms.authoring.publication;

import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.jobs.OneTimeJob;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Has publications done at their time, by whichever node is free. */
@Configuration(proxyBeanMethods = false)
class PublicationJobs {

    @Bean
    OneTimeJob publishAtSetTimeJob(PublishAtSetTime publications) {
        return OneTimeJob.named(
                Schedule.JOB, id -> publications.publish(CourseId.of(id)), id -> publications.giveUp(CourseId.of(id)));
    }
}
