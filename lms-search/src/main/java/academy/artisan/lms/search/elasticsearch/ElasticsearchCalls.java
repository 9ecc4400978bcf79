package academy.artisan.lms.search.elasticsearch;

import java.io.IOException;
import java.util.concurrent.TimeoutException;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.transport.TransportException;
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

    /** In the background. */
    public <T> T askPatiently(Question<T> question) {
        return ask(patient, question);
    }

    private static <T> T ask(ElasticsearchClient client, Question<T> question) {
        try {
            return question.ask(client);
        } catch (ElasticsearchException refusal) {
            throw meaningOf(refusal);
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

    /** That Elasticsearch cannot answer now, or that the question is wrong. */
    public static RuntimeException meaningOf(ElasticsearchException refusal) {
        return isTransient(refusal.status()) ? new SearchUnavailable(refusal) : refusal;
    }

    /** A missing index (404) is transient as well: it is about to be built. */
    private static boolean isTransient(int status) {
        return status == 404 || status == 429 || status >= 500;
    }
}
