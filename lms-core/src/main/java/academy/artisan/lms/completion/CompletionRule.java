package academy.artisan.lms.completion;

import java.util.List;

import academy.artisan.lms.progress.LessonStanding;

/** When a course counts as completed. */
final class CompletionRule {

    /** Goes up whenever the rule changes; a completion is pinned to the one that it was judged by. */
    static final int VERSION = 2;

    private CompletionRule() {}

    /** Every required lesson of the enrolled version is completed. */
    static boolean isMet(List<LessonStanding> lessons) {
        var required = lessons.stream().filter(LessonStanding::required).toList();
        return !required.isEmpty() && required.stream().allMatch(LessonStanding::completed);
    }
}
