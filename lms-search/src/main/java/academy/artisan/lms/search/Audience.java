package academy.artisan.lms.search;

import java.util.List;

import academy.artisan.lms.identity.Caller;

/** Who may find a course: callers who belong to one of its audiences, which is asked in the query itself. */
final class Audience {

    /** Everybody who is logged in. */
    static final String EVERYONE = "everyone";

    private Audience() {}

    static List<String> of(Caller caller) {
        return List.of(EVERYONE);
    }
}
