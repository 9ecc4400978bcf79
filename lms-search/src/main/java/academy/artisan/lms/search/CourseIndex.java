package academy.artisan.lms.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import academy.artisan.lms.course.CourseId;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.VersionType;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.BulkRequest;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;
import co.elastic.clients.elasticsearch.indices.CreateIndexRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * The index of courses, always spoken to by its alias. Its documents carry the count of changes of the course as an
 * external version, so that late news of an older one changes nothing.
 */
@Component
class CourseIndex {

    private static final int MOST_IN_A_RANGE = 10_000;
    private static final int CONFLICT = 409;

    private final ElasticsearchCalls elasticsearch;
    private final String alias;

    CourseIndex(ElasticsearchCalls elasticsearch, ElasticsearchProperties properties) {
        this.elasticsearch = elasticsearch;
        this.alias = properties.indexPrefix() + "-courses";
    }

    String alias() {
        return alias;
    }

    boolean exists() {
        return elasticsearch
                .ask(client -> client.indices().existsAlias(request -> request.name(alias)))
                .value();
    }

    long count() {
        return elasticsearch
                .ask(client -> client.count(request -> request.index(alias)))
                .count();
    }

    /** Makes the index and its alias in one step; that another node was faster is fine. */
    void create() {
        try (var definition = new ClassPathResource("search/courses-v1.json").getInputStream()) {
            var request = CreateIndexRequest.of(
                    index -> index.index(alias + "-v1").withJson(definition).aliases(alias, any -> any));
            elasticsearch.ask(client -> client.indices().create(request));
        } catch (ElasticsearchException refusal) {
            if (!Objects.equals(refusal.error().type(), "resource_already_exists_exception")) {
                throw refusal;
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    void put(Collection<CourseDocument> documents) {
        run(documents.stream().map(this::putting).toList());
    }

    /** Removes courses as of the changes given; one that changed again meanwhile stays. */
    void remove(Map<CourseId, Long> changes) {
        run(changes.entrySet().stream()
                .map(course -> removing(course.getKey(), course.getValue()))
                .toList());
    }

    /**
     * The changes as of which courses are held, with ids after the first and up to the second, both of which may be
     * open.
     */
    Map<CourseId, Long> changesBetween(@Nullable CourseId after, @Nullable CourseId last) {
        var found = elasticsearch.ask(client -> client.search(
                search -> search.index(alias)
                        .size(MOST_IN_A_RANGE)
                        .source(source -> source.fetch(false))
                        .version(true)
                        .query(between(after, last)),
                Void.class));
        return found.hits().hits().stream()
                .collect(Collectors.toMap(
                        hit -> CourseId.of(Objects.requireNonNull(hit.id())),
                        hit -> Objects.requireNonNull(hit.version())));
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

    private BulkOperation putting(CourseDocument document) {
        return BulkOperation.of(operation -> operation.index(index -> index.index(alias)
                .requireAlias(true)
                .id(document.courseId().toString())
                .version(document.change())
                .versionType(VersionType.ExternalGte)
                .document(document)));
    }

    private BulkOperation removing(CourseId courseId, long change) {
        return BulkOperation.of(operation -> operation.delete(delete ->
                delete.index(alias).id(courseId.toString()).version(change).versionType(VersionType.ExternalGte)));
    }

    private void run(List<BulkOperation> operations) {
        if (operations.isEmpty()) {
            return;
        }
        var outcome = elasticsearch.ask(client -> client.bulk(BulkRequest.of(bulk -> bulk.operations(operations))));
        outcome.items().stream()
                .filter(item -> item.error() != null && item.status() != CONFLICT)
                .findFirst()
                .ifPresent(CourseIndex::fail);
    }

    private static void fail(BulkResponseItem item) {
        throw new SearchUnavailable(new IOException("%s: %s".formatted(item.id(), item.error())));
    }
}
