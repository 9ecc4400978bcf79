package academy.artisan.lms.permissions;

import java.util.Arrays;
import java.util.Optional;

/** What a caller is told, as the cells of the table say it. */
enum Verdict {
    /** As far as rights go: whatever is wrong besides is said after the decision. */
    YES("yes"),
    /** 403. */
    NO("no"),
    /** 404: to this caller there is no such thing. */
    HIDDEN("hidden"),
    /** 401. */
    SIGN_IN("sign in");

    private final String word;

    Verdict(String word) {
        this.word = word;
    }

    static Verdict of(String word) {
        return Arrays.stream(values())
                .filter(verdict -> verdict.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No cell says: " + word));
    }

    /** Nothing for a status that says nothing about rights, as that of a request that is not understood. */
    static Optional<Verdict> of(int status) {
        return switch (status) {
            case 401 -> Optional.of(SIGN_IN);
            case 403 -> Optional.of(NO);
            case 404 -> Optional.of(HIDDEN);
            case 409, 412, 422 -> Optional.of(YES);
            default -> isDone(status) ? Optional.of(YES) : Optional.empty();
        };
    }

    /** Whether it was done, and not only allowed. */
    static boolean isDone(int status) {
        return status >= 200 && status < 400;
    }

    @Override
    public String toString() {
        return word;
    }
}
