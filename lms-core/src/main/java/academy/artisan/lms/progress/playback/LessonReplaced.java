package academy.artisan.lms.progress.playback;

import academy.artisan.lms.support.Problem;

/** The learner is in a new version of the course, in which the lesson shows something else or is not there any more. */
class LessonReplaced extends Problem {

    LessonReplaced() {
        super(Kind.CONFLICT, "No lesson of the learner's version is credited by this playback");
    }
}
