package academy.artisan.lms.enrolment;

import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.course.LearnersInProgress;
import academy.artisan.lms.course.Versions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Carries out what publications say about learners in progress. Whatever stops it, doing it again does the rest: who is
 * in the version already, or completed an earlier one, is not concerned any more.
 */
@Component
class LearnersFollow {

    private static final Logger log = LoggerFactory.getLogger(LearnersFollow.class);

    private final Versions versions;
    private final Moves moves;

    LearnersFollow(Versions versions, Moves moves) {
        this.versions = versions;
        this.moves = moves;
    }

    /** In order of version, so that it does not matter which of several jobs for one course comes first. */
    void follow(CourseId courseId, int lastVersion) {
        versions.upTo(courseId, lastVersion)
                .forEach(version -> follow(version.learnersInProgress(), courseId, version.version()));
    }

    private void follow(LearnersInProgress policy, CourseId courseId, int version) {
        var batches = 0;
        while (moveSome(policy, courseId, version)) {
            batches++;
        }
        if (batches > 0) {
            log.info("Learners of course {} follow version {} ({}): {} batches", courseId, version, policy, batches);
        }
    }

    private boolean moveSome(LearnersInProgress policy, CourseId courseId, int version) {
        return switch (policy) {
            case KEEP -> false;
            case TOP_UP -> moves.topUp(courseId, version);
            case START_AGAIN -> moves.startAgain(courseId, version);
        };
    }
}
