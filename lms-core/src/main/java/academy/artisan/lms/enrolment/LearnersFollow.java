package academy.artisan.lms.enrolment;

import java.util.List;

import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.course.LearnersInProgress;
import academy.artisan.lms.course.Versions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Carries out what a publication says about learners in progress. Whatever stops it, doing it again does the rest: who
 * is in the version already, or completed an earlier one, is not concerned any more.
 */
@Component
class LearnersFollow {

    private static final Logger log = LoggerFactory.getLogger(LearnersFollow.class);

    private final Versions versions;
    private final Moves moves;
    private final List<LastLook> lastLooks;

    LearnersFollow(Versions versions, Moves moves, List<LastLook> lastLooks) {
        this.versions = versions;
        this.moves = moves;
        this.lastLooks = lastLooks;
    }

    void follow(CourseId courseId, int version) {
        var policy = versions.get(courseId, version).learnersInProgress();
        if (policy == LearnersInProgress.KEEP) {
            return;
        }
        lastLooks.forEach(LastLook::settle);
        var batches = 0;
        while (moveSome(policy, courseId, version)) {
            batches++;
        }
        log.info("Learners of course {} follow version {} ({}): {} batches", courseId, version, policy, batches);
    }

    private boolean moveSome(LearnersInProgress policy, CourseId courseId, int version) {
        return switch (policy) {
            case KEEP -> false;
            case TOP_UP -> moves.topUp(courseId, version);
            case START_AGAIN -> moves.startAgain(courseId, version);
        };
    }
}
