package academy.artisan.lms.search.judged;

import org.jspecify.annotations.Nullable;

/**
 * What is true of a course, by which it is judged.
 *
 * @param model the machine, material, program or standard that it is about in particular
 * @param copy tells courses apart of which all else is equal
 */
record Facts(
        Subject subject,
        String aspect,
        String level,
        @Nullable String model,
        int copy) {

    /** The same number for the same facts, for all that is left to chance. */
    long seed() {
        return "%s/%s/%s/%d".formatted(subject.name(), aspect, model, copy).hashCode();
    }
}
