package academy.artisan.lms.support;

import java.net.URI;
import java.util.List;
import java.util.Locale;

import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;

/** Writes problems as RFC 9457 documents in the caller's language; the only place that knows status codes. */
@Component
public class ProblemDocuments {

    private static final String TYPE_PREFIX = "urn:problem:";

    private final MessageSource messages;

    ProblemDocuments(MessageSource messages) {
        this.messages = messages;
    }

    public ProblemDetail of(Problem problem, Locale locale) {
        var document = of(
                statusOf(problem.kind()),
                typeOf(problem),
                problem.arguments(),
                locale,
                String.valueOf(problem.getMessage()));
        problem.properties().forEach(document::setProperty);
        var errors = problem.errors().stream()
                .map(error -> new Problem.FieldError(
                        error.field(),
                        error.rule(),
                        text("rule." + error.rule(), error.arguments().toArray(), locale, error.message())))
                .toList();
        return withErrors(document, errors);
    }

    /** A document for a failure that the web layer found itself, such as {@code log-in-required}. */
    public ProblemDetail of(HttpStatusCode status, String type, Locale locale) {
        return of(status, type, new Object[0], locale, type);
    }

    ProblemDetail of(HttpStatusCode status, String type, List<Problem.FieldError> errors, Locale locale) {
        return withErrors(of(status, type, locale), errors);
    }

    HttpHeaders headersOf(Problem problem) {
        var headers = new HttpHeaders();
        var retryAfter = problem.retryAfter();
        if (retryAfter != null) {
            headers.set(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, retryAfter.toSeconds())));
        }
        return headers;
    }

    String text(String key, Object[] arguments, Locale locale, String otherwise) {
        var text = messages.getMessage(key, arguments, otherwise, locale);
        return text == null ? otherwise : text;
    }

    private ProblemDetail of(HttpStatusCode status, String type, Object[] arguments, Locale locale, String otherwise) {
        var document = ProblemDetail.forStatusAndDetail(status, text("problem." + type, arguments, locale, otherwise));
        document.setType(URI.create(TYPE_PREFIX + type));
        document.setTitle(type.replace('-', ' '));
        return document;
    }

    private static ProblemDetail withErrors(ProblemDetail document, List<Problem.FieldError> errors) {
        if (!errors.isEmpty()) {
            document.setProperty("errors", errors);
        }
        return document;
    }

    private static String typeOf(Problem problem) {
        return problem.getClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
                .toLowerCase(Locale.ROOT);
    }

    private static HttpStatus statusOf(Problem.Kind kind) {
        return switch (kind) {
            case INVALID -> HttpStatus.BAD_REQUEST;
            case NOT_AUTHENTICATED -> HttpStatus.UNAUTHORIZED;
            case NOT_ALLOWED -> HttpStatus.FORBIDDEN;
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case CONFLICT -> HttpStatus.CONFLICT;
            case CHANGED_MEANWHILE -> HttpStatus.PRECONDITION_FAILED;
            case PRECONDITION_MISSING -> HttpStatus.PRECONDITION_REQUIRED;
            case RULE_BROKEN -> HttpStatus.UNPROCESSABLE_CONTENT;
            case TOO_LARGE -> HttpStatus.CONTENT_TOO_LARGE;
            case TOO_MANY -> HttpStatus.TOO_MANY_REQUESTS;
            case UNAVAILABLE -> HttpStatus.SERVICE_UNAVAILABLE;
        };
    }
}
