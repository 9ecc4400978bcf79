package academy.artisan.lms.search.elasticsearch;

import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.ErrorCause;
import co.elastic.clients.transport.TransportException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Asks Elasticsearch, and tells apart that it cannot answer now from that the question is wrong. */
@Component
public class ElasticsearchCalls {

    /** One question. */
    @FunctionalInterface
    public interface Question<T> {
        T ask(ElasticsearchClient client) throws IOException;
    }

    private static final Logger log = LoggerFactory.getLogger(ElasticsearchCalls.class);
    private static final int BAD_REQUEST = 400;

    private final ElasticsearchClient client;
    private final ElasticsearchClient patient;

    ElasticsearchCalls(
            ElasticsearchClient client, @Qualifier(ElasticsearchConfiguration.PATIENT) ElasticsearchClient patient) {
        this.client = client;
        this.patient = patient;
    }

    /** For whom somebody waits: it gives up soon. */
    public <T> T ask(Question<T> question) {
        return ask(client, question);
    }

    /**
     * The same for what somebody typed.
     *
     * @throws SearchUnavailable if there is no answer now
     * @throws UnanswerableSearch if there never will be one
     */
    public <T> T search(Question<T> question) {
        try {
            return ask(question);
        } catch (ElasticsearchException refusal) {
            throw meaningOf(refusal);
        }
    }

    /** In the background. */
    public <T> T askPatiently(Question<T> question) {
        return ask(patient, question);
    }

    private static <T> T ask(ElasticsearchClient client, Question<T> question) {
        try {
            return question.ask(client);
        } catch (ElasticsearchException refusal) {
            throw isTransient(refusal.status()) ? new SearchUnavailable(refusal) : refusal;
        } catch (TransportException unreadable) {
            throw new SearchUnavailable(unreadable);
        } catch (IOException unreachable) {
            throw new SearchUnavailable(unreachable);
        } catch (RuntimeException failure) {
            throw unlessBusy(failure);
        }
    }

    /** That no connection was free in time comes wrapped up in what has no name of its own. */
    private static RuntimeException unlessBusy(RuntimeException failure) {
        return failure.getCause() instanceof TimeoutException busy ? new SearchUnavailable(busy) : failure;
    }

    /** That Elasticsearch cannot answer now, or that somebody asks for too much; anything else is a fault of ours. */
    public static RuntimeException meaningOf(ElasticsearchException refusal) {
        if (isTransient(refusal.status())) {
            return new SearchUnavailable(refusal);
        }
        return refusal.status() == BAD_REQUEST ? new UnanswerableSearch(logged(refusal)) : refusal;
    }

    /** What kind of refusal it is: the reason itself often repeats what was typed, which is nobody's business. */
    private static String logged(ElasticsearchException refusal) {
        var kinds = Stream.iterate(refusal.error(), Objects::nonNull, ErrorCause::causedBy)
                .flatMap(cause -> Stream.concat(Stream.of(cause), cause.rootCause().stream()))
                .map(ErrorCause::type)
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.joining(", "));
        log.warn("Elasticsearch refuses to answer a search: {}", kinds);
        return kinds;
    }

    /** Whether it may be otherwise later. A missing index (404) is transient as well: it is about to be built. */
    public static boolean isTransient(int status) {
        return status == 404 || status == 429 || status >= 500;
    }
}
