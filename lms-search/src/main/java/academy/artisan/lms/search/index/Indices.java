package academy.artisan.lms.search.index;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import academy.artisan.lms.search.elasticsearch.ElasticsearchCalls;
import academy.artisan.lms.search.elasticsearch.ElasticsearchProperties;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import org.springframework.stereotype.Component;

/** All indices there are to be, and what Elasticsearch can do for them. */
@Component
public class Indices {

    private static final int BAD_REQUEST = 400;

    private final ElasticsearchCalls elasticsearch;
    private final Map<String, Contents> contents;
    private final Map<String, SearchIndex> indices;

    Indices(ElasticsearchCalls elasticsearch, ElasticsearchProperties properties, List<Contents> contents) {
        this.elasticsearch = elasticsearch;
        this.contents = contents.stream().collect(Collectors.toMap(Contents::name, Function.identity()));
        this.indices = contents.stream()
                .collect(Collectors.toMap(
                        Contents::name, any -> new SearchIndex(elasticsearch, properties.alias(any.name()))));
    }

    public List<Contents> contents() {
        return List.copyOf(contents.values());
    }

    boolean isKnown(String name) {
        return contents.containsKey(name);
    }

    Contents contents(String name) {
        return known(contents, name);
    }

    /**
     * By what it is called.
     *
     * @throws IllegalArgumentException if there is no such index
     */
    public SearchIndex of(String name) {
        return known(indices, name);
    }

    private static <T> T known(Map<String, T> all, String name) {
        var one = all.get(name);
        if (one == null) {
            throw new IllegalArgumentException("No index " + name);
        }
        return one;
    }

    IndexDefinition definition(Contents any) {
        return IndexDefinition.of(any.mappings(), knowsWords());
    }

    /** Whether Chinese can be cut into words there. */
    public boolean knowsWords() {
        try {
            return elasticsearch
                            .ask(client -> client.indices()
                                    .analyze(text -> text.tokenizer(tokenizer -> tokenizer.name("smartcn_tokenizer"))
                                            .text("焊接")))
                            .tokens()
                            .size()
                    > 0;
        } catch (ElasticsearchException refusal) {
            if (refusal.status() == BAD_REQUEST) {
                return false;
            }
            throw refusal;
        }
    }
}
