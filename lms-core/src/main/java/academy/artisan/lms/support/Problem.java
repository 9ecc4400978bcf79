package academy.artisan.lms.support;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.jspecify.annotations.Nullable;

/**
 * A fact that stops a use case, told to the caller as an RFC 9457 problem document. The kebab-case name of the
 * sub-class is the problem's type; the text of the caller's language is found under {@code problem.<type>} in the
 * message bundles, with {@link #arguments()} filled in.
 */
public abstract class Problem extends RuntimeException {

    /** What went wrong in general; one place maps it to an HTTP status. */
    public enum Kind {
        INVALID,
        NOT_AUTHENTICATED,
        NOT_ALLOWED,
        NOT_FOUND,
        CONFLICT,
        CHANGED_MEANWHILE,
        PRECONDITION_MISSING,
        RULE_BROKEN,
        TOO_LARGE,
        TOO_MANY,
        UNAVAILABLE
    }

    /**
     * One broken rule of one field.
     *
     * @param field a JSON path such as {@code sections[0].lessons[2].videoId}
     * @param arguments what is filled into the translated text, in order
     */
    public record FieldError(
            String field,
            String rule,
            String message,
            @JsonIgnore List<String> arguments) {

        public FieldError(String field, String rule, String message) {
            this(field, rule, message, List.of());
        }
    }

    private final Kind kind;

    protected Problem(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    protected Problem(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    /** What is filled into the translated text, in order. */
    public Object[] arguments() {
        return new Object[0];
    }

    /** Which fields broke which rules; empty when the problem is not about fields. */
    public List<FieldError> errors() {
        return List.of();
    }

    /** Further members of the problem document. */
    public Map<String, Object> properties() {
        return Map.of();
    }

    /** When to try again; only for {@link Kind#UNAVAILABLE} and {@link Kind#TOO_MANY}. */
    public @Nullable Duration retryAfter() {
        return null;
    }
}
