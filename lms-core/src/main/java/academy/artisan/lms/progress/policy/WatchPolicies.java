package academy.artisan.lms.progress.policy;

import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.identity.PersonId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/** Which policy holds for whom. */
@Service
public class WatchPolicies {

    private final double maxRate;

    WatchPolicies(@Value("${lms.progress.max-rate:1.0}") double maxRate) {
        this.maxRate = maxRate;
    }

    /** What holds for this learner in this course from now on. */
    public WatchPolicy effective(CourseId courseId, PersonId learner) {
        return WatchPolicy.ofRate(maxRate);
    }
}
