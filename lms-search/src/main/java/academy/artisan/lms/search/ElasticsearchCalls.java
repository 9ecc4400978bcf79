package academy.artisan.lms.search;

import java.io.IOException;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.transport.TransportException;
import org.springframework.stereotype.Component;

/** Asks Elasticsearch, and tells apart that it cannot answer now from that the question is wrong. */
@Component
class ElasticsearchCalls {

    /** One question. */
    @FunctionalInterface
    interface Question<T> {
        T ask(ElasticsearchClient client) throws IOException;
    }

    private final ElasticsearchClient client;

    ElasticsearchCalls(ElasticsearchClient client) {
        this.client = client;
    }

    <T> T ask(Question<T> question) {
        try {
            return question.ask(client);
        } catch (ElasticsearchException refusal) {
            if (isTransient(refusal.status())) {
                throw new SearchUnavailable(refusal);
            }
            throw refusal;
        } catch (TransportException unreadable) {
            throw new SearchUnavailable(unreadable);
        } catch (IOException unreachable) {
            throw new SearchUnavailable(unreachable);
        }
    }

    /** A missing index (404) is transient as well: it is about to be built. */
    private static boolean isTransient(int status) {
        return status == 404 || status == 429 || status >= 500;
    }
}
