package academy.artisan.lms.search.index;

import academy.artisan.lms.search.elasticsearch.ElasticsearchProperties;
import academy.artisan.lms.search.elasticsearch.ElasticsearchCalls;
import academy.artisan.lms.search.elasticsearch.SearchUnavailable;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import academy.artisan.lms.course.CourseId;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.VersionType;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.BulkRequest;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;
import co.elastic.clients.elasticsearch.core.search.Hit;
import co.elastic.clients.elasticsearch.indices.AliasDefinition;
import co.elastic.clients.elasticsearch.indices.CreateIndexRequest;
import co.elastic.clients.elasticsearch.indices.update_aliases.Action;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The index of courses, asked by its alias. Its documents carry the count of changes of the course as an external
 * version, so that late news of an older one changes nothing. While an index of another definition is being filled to
 * take its place, what changes goes there as well.
 */
@Component
public class CourseIndex {

    private static final int MOST_IN_A_RANGE = 10_000;
    private static final int BAD_REQUEST = 400;
    private static final int CONFLICT = 409;
    private static final String EXISTS = "resource_already_exists_exception";

    /** How the names of our indices end; others may have names that begin like them. */
    private static final Pattern OURS = Pattern.compile("-(v1|[0-9a-f]{12})");

    private final ElasticsearchCalls elasticsearch;
    private final String alias;

    CourseIndex(ElasticsearchCalls elasticsearch, ElasticsearchProperties properties) {
        this.elasticsearch = elasticsearch;
        this.alias = properties.indexPrefix() + "-courses";
    }

    public String alias() {
        return alias;
    }

    /** The one that is asked; none if there is not any. */
    Optional<String> current() {
        return indices().entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /**
     * All that can be written to, and whether each is the one that is asked. What has no alias of its own for writing
     * is of an older release, or was made by news that came late; it goes with the next swap.
     */
    private Map<String, Boolean> indices() {
        return all().entrySet().stream()
                .filter(index -> index.getValue().containsKey(forWriting(index.getKey())))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, index -> index.getValue().containsKey(alias)));
    }

    private Map<String, Map<String, AliasDefinition>> all() {
        var found = elasticsearch.ask(client ->
                client.indices().getAlias(request -> request.index(alias + "-*").allowNoIndices(true)));
        return found.aliases().entrySet().stream()
                .filter(index ->
                        OURS.matcher(index.getKey().substring(alias.length())).matches())
                .collect(Collectors.toMap(
                        Map.Entry::getKey, index -> index.getValue().aliases()));
    }

    /** Whether this one is asked, and there is no other. */
    boolean isAllThereIs(String name) {
        return all().keySet().equals(Set.of(name)) && current().equals(Optional.of(name));
    }

    public long count() {
        return elasticsearch
                .ask(client -> client.count(request -> request.index(alias)))
                .count();
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

    /** The name of an index of this definition. */
    String nameOf(IndexDefinition definition) {
        return alias + "-" + definition.digest();
    }

    /** Makes an empty index of this definition; that another node was faster is fine. */
    void create(IndexDefinition definition) {
        var name = nameOf(definition);
        var request = CreateIndexRequest.of(
                index -> index.index(name).withJson(definition.asStream()).aliases(forWriting(name), any -> any));
        try {
            elasticsearch.askPatiently(client -> client.indices().create(request));
        } catch (ElasticsearchException refusal) {
            if (!Objects.equals(refusal.error().type(), EXISTS)) {
                throw refusal;
            }
        }
    }

    /** From now on this one is asked, in one step; all others are gone. */
    void swapTo(String index) {
        var others = all().keySet().stream()
                .filter(name -> !name.equals(index))
                .map(name -> Action.of(action -> action.removeIndex(removal -> removal.index(name))))
                .toList();
        elasticsearch.askPatiently(client -> client.indices()
                .updateAliases(update -> update.actions(others)
                        .actions(
                                action -> action.add(added -> added.index(index).alias(alias)))));
    }

    /** Wherever courses are to be, so that none is missed by an index that is being filled. */
    void put(Collection<CourseDocument> documents) {
        indices().keySet().forEach(index -> put(index, documents));
    }

    void put(String index, Collection<CourseDocument> documents) {
        run(documents.stream().map(document -> putting(index, document)).toList());
    }

    /** Removes courses as of the changes given, wherever they are; one that changed again meanwhile stays. */
    void remove(Map<CourseId, Long> changes) {
        indices().keySet().forEach(index -> remove(index, changes));
    }

    void remove(String index, Map<CourseId, Long> changes) {
        run(changes.entrySet().stream()
                .map(course -> removing(index, course.getKey(), course.getValue()))
                .toList());
    }

    /** As of which change a course is held, and how many took it then. */
    record Held(long change, int learners) {

        /** Of a document that was not written by this release. */
        static final int UNKNOWN = -1;

        private static Held of(Hit<Void> hit) {
            var learners = hit.fields().get("learners");
            return new Held(
                    Objects.requireNonNull(hit.version()), learners == null ? UNKNOWN : learners.to(int[].class)[0]);
        }
    }

    /** What is held with ids after the first and up to the second, both of which may be open. */
    Map<CourseId, Held> heldBetween(String index, @Nullable CourseId after, @Nullable CourseId last) {
        var found = elasticsearch.ask(client -> client.search(
                search -> search.index(index)
                        .size(MOST_IN_A_RANGE)
                        .source(source -> source.fetch(false))
                        .docvalueFields(field -> field.field("learners"))
                        .version(true)
                        .query(between(after, last)),
                Void.class));
        return found.hits().hits().stream()
                .collect(Collectors.toMap(hit -> CourseId.of(Objects.requireNonNull(hit.id())), Held::of));
    }

    /** What was written so far can be seen from now on. */
    void refresh(String index) {
        elasticsearch.askPatiently(client -> client.indices().refresh(request -> request.index(index)));
    }

    private static Query between(@Nullable CourseId after, @Nullable CourseId last) {
        return Query.of(query -> query.range(range -> range.term(term -> {
            term.field("courseId");
            if (after != null) {
                term.gt(after.toString());
            }
            return last == null ? term : term.lte(last.toString());
        })));
    }

    /**
     * Of an alias Elasticsearch knows that it has to exist; an index that is lost would be made anew, without mapping.
     */
    private static String forWriting(String index) {
        return index + "-writes";
    }

    private static BulkOperation putting(String index, CourseDocument document) {
        return BulkOperation.of(operation -> operation.index(put -> put.index(forWriting(index))
                .requireAlias(true)
                .id(document.courseId().toString())
                .version(document.change())
                .versionType(VersionType.ExternalGte)
                .document(document)));
    }

    private static BulkOperation removing(String index, CourseId courseId, long change) {
        return BulkOperation.of(operation -> operation.delete(delete ->
                delete.index(index).id(courseId.toString()).version(change).versionType(VersionType.ExternalGte)));
    }

    private void run(List<BulkOperation> operations) {
        if (operations.isEmpty()) {
            return;
        }
        var outcome =
                elasticsearch.askPatiently(client -> client.bulk(BulkRequest.of(bulk -> bulk.operations(operations))));
        outcome.items().stream()
                .filter(item -> item.error() != null && item.status() != CONFLICT)
                .findFirst()
                .ifPresent(CourseIndex::fail);
    }

    private static void fail(BulkResponseItem item) {
        throw new SearchUnavailable(new IOException("%s: %s".formatted(item.id(), item.error())));
    }
}
