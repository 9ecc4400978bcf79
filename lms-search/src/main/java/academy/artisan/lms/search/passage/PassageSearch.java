package academy.artisan.lms.search.passage;

import academy.artisan.lms.search.elasticsearch.ElasticsearchCalls;
import academy.artisan.lms.search.elasticsearch.ElasticsearchProperties;
import academy.artisan.lms.search.query.Meaning;
import academy.artisan.lms.search.query.SynonymFile;
import org.springframework.stereotype.Service;

/** Finds passages: one question to Elasticsearch per search. Nothing else knows what is said where. */
@Service
class PassageSearch {

    private final ElasticsearchCalls elasticsearch;
    private final SynonymFile synonyms;
    private final String index;

    PassageSearch(ElasticsearchCalls elasticsearch, SynonymFile synonyms, ElasticsearchProperties properties) {
        this.elasticsearch = elasticsearch;
        this.synonyms = synonyms;
        this.index = properties.alias(PassageContents.NAME);
    }

    FoundPassages find(PassageQuery query) {
        var meaning = Meaning.of(query.text(), synonyms.synonyms());
        var request = PassageRequests.of(index, query, meaning);
        return FoundPassages.of(elasticsearch.search(client -> client.search(request, Void.class)), query.limit());
    }
}
