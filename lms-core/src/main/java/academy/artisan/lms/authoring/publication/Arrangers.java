package academy.artisan.lms.authoring.publication;

import java.util.List;

import academy.artisan.lms.authoring.draft.CourseDraft;
import academy.artisan.lms.notification.Notices;
import org.springframework.stereotype.Component;

/** Tells who arranged a publication that it is not made. */
@Component
class Arrangers {

    private final Notices notices;

    Arrangers(Notices notices) {
        this.notices = notices;
    }

    void tell(ScheduledPublication waiting, CourseDraft draft, WhyNot why) {
        notices.tell(
                List.of(waiting.scheduledBy()),
                why.notice(),
                waiting.courseId() + "/" + waiting.publishAt(),
                List.of(draft.content().title()),
                "/api/v1/courses/%s/draft".formatted(waiting.courseId()));
    }
}
