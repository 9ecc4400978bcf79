package academy.artisan.lms.support;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;

/** Turns whatever stops a request into a problem document; anything unforeseen is a 500 that tells only a trace id. */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    private final ProblemDocuments documents;

    ProblemAdvice(ProblemDocuments documents) {
        this.documents = documents;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> tell(Problem problem, Locale locale) {
        var document = documents.of(problem, locale);
        return ResponseEntity.status(document.getStatus())
                .headers(documents.headersOf(problem))
                .body(document);
    }

    /** A transaction that lost its connection cannot even be undone, which hides why. */
    @ExceptionHandler({
        CannotCreateTransactionException.class,
        TransactionSystemException.class,
        DataAccessResourceFailureException.class,
        TransientDataAccessResourceException.class
    })
    ResponseEntity<ProblemDetail> tellOfDatabase(Exception away, Locale locale) {
        log.warn("The database does not answer: {}", String.valueOf(away.getMessage()));
        return tell(new DatabaseUnavailable(away), locale);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> tell(Exception unforeseen, Locale locale) {
        var traceId = Ids.next();
        log.error("Request failed, trace id {}", traceId, unforeseen);
        var document = documents.of(HttpStatus.INTERNAL_SERVER_ERROR, "internal-error", locale);
        document.setProperty("traceId", traceId);
        return ResponseEntity.internalServerError().body(document);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException failure, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var errors = failure.getBindingResult().getAllErrors().stream()
                .map(error -> new Problem.FieldError(
                        error instanceof FieldError field ? field.getField() : error.getObjectName(),
                        Optional.ofNullable(error.getCode()).orElse("Invalid"),
                        Optional.ofNullable(error.getDefaultMessage()).orElse("")))
                .toList();
        return invalid(errors, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHandlerMethodValidationException(
            HandlerMethodValidationException failure, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        List<Problem.FieldError> errors = new ArrayList<>();
        for (var parameter : failure.getParameterValidationResults()) {
            var name = Optional.ofNullable(parameter.getMethodParameter().getParameterName());
            for (var error : parameter.getResolvableErrors()) {
                var codes = Optional.ofNullable(error.getCodes()).orElse(new String[0]);
                errors.add(new Problem.FieldError(
                        error instanceof FieldError field ? field.getField() : name.orElse("request"),
                        codes.length == 0 ? "Invalid" : codes[codes.length - 1],
                        Optional.ofNullable(error.getDefaultMessage()).orElse("")));
            }
        }
        return invalid(errors, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException failure, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (failure instanceof MethodArgumentTypeMismatchException argument) {
            if (argument.getParameter().hasParameterAnnotation(PathVariable.class)) {
                return respond(HttpStatus.NOT_FOUND, "not-found", List.of(), request);
            }
            return invalid(
                    List.of(new Problem.FieldError(
                            argument.getName(), "Type", "must be " + described(argument.getRequiredType()))),
                    request);
        }
        return invalid(
                List.of(new Problem.FieldError(
                        Optional.ofNullable(failure.getPropertyName()).orElse("request"), "Type", "cannot be read")),
                request);
    }

    private static String described(@Nullable Class<?> type) {
        if (type != null && type.isEnum()) {
            return "one of " + Arrays.toString(type.getEnumConstants());
        }
        return "a " + (type == null ? "?" : type.getSimpleName());
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException failure, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return switch (failure.getMostSpecificCause()) {
            case RequestTooLarge ignored ->
                respond(HttpStatus.CONTENT_TOO_LARGE, "request-too-large", List.of(), request);
            case StreamConstraintsException ignored ->
                respond(HttpStatus.CONTENT_TOO_LARGE, "request-too-large", List.of(), request);
            // A date that is none has a cause of its own, but where it stands is known one level up
            default -> invalid(List.of(unreadable(failure, request.getLocale())), request);
        };
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception failure, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var known = HttpStatus.resolve(status.value());
        var type = known == null
                ? "http-" + status.value()
                : known.name().toLowerCase(Locale.ROOT).replace('_', '-');
        var document = documents.of(status, type, request.getLocale());
        return super.handleExceptionInternal(failure, document, headers, status, request);
    }

    private ResponseEntity<Object> invalid(List<Problem.FieldError> errors, WebRequest request) {
        return respond(HttpStatus.BAD_REQUEST, "invalid-request", errors, request);
    }

    private ResponseEntity<Object> respond(
            HttpStatus status, String type, List<Problem.FieldError> errors, WebRequest request) {
        return ResponseEntity.status(status).body(documents.of(status, type, errors, request.getLocale()));
    }

    private Problem.FieldError unreadable(HttpMessageNotReadableException failure, Locale locale) {
        return failure.getCause() instanceof JacksonException json
                ? fieldErrorOf(json, locale)
                : new Problem.FieldError("body", "Json", "cannot be read");
    }

    private Problem.FieldError fieldErrorOf(JacksonException failure, Locale locale) {
        var path = new StringBuilder();
        for (var step : failure.getPath()) {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return new Problem.FieldError(
                path.isEmpty() ? "body" : path.toString(),
                "Json",
                documents.text("rule.Json", new Object[0], locale, "is not what is expected here"));
    }
}
