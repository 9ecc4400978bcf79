package academy.artisan.lms.search.index;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.search.elasticsearch.ElasticsearchCalls;
import academy.artisan.lms.search.elasticsearch.SearchUnavailable;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.Time;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.search.Hit;
import co.elastic.clients.elasticsearch.indices.AliasDefinition;
import co.elastic.clients.elasticsearch.indices.CreateIndexRequest;
import co.elastic.clients.elasticsearch.indices.update_aliases.Action;
import org.jspecify.annotations.Nullable;

/**
 * One index, asked by its alias. Its documents carry external versions, so that late news of an older state changes
 * nothing. While another one is being filled to take its place, what changes goes there as well.
 */
public class SearchIndex {

    private static final int HELD_AT_ONCE = 1000;
    private static final String EXISTS = "resource_already_exists_exception";

    /** How the names of our indices end; others may have names that begin like them. */
    private static final Pattern OURS = Pattern.compile("-(v1|(?<digest>[0-9a-f]{12})(-[0-9a-f]{8})?)");

    private final ElasticsearchCalls elasticsearch;
    private final String alias;

    public SearchIndex(ElasticsearchCalls elasticsearch, String alias) {
        this.elasticsearch = elasticsearch;
        this.alias = alias;
    }

    /** By what it is asked. */
    public String alias() {
        return alias;
    }

    /** The one that is asked; none if there is not any, or a node of another release has put its own beside it. */
    public Optional<String> current() {
        var asked = indices().entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .toList();
        return asked.size() == 1 ? Optional.of(asked.getFirst()) : Optional.empty();
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

    /** Whether one of this definition is asked, or one of a newer release; an older one leaves that alone. */
    boolean serves(IndexDefinition definition) {
        return current()
                .filter(name -> isOf(definition, name) || format(name) > definition.format())
                .isPresent();
    }

    /** Whether one of a newer release than this definition is asked. */
    boolean isNewerThan(IndexDefinition definition) {
        return current().filter(name -> format(name) > definition.format()).isPresent();
    }

    private boolean isOf(IndexDefinition definition, String name) {
        var ending = OURS.matcher(name.substring(alias.length()));
        return ending.matches() && definition.digest().equals(ending.group("digest"));
    }

    private int format(String name) {
        var mappings = elasticsearch
                .ask(client -> client.indices().getMapping(request -> request.index(name)))
                .mappings()
                .get(name);
        var format = mappings == null ? null : mappings.mappings().meta().get(IndexDefinition.FORMAT);
        return format == null ? 0 : format.to(Integer.class);
    }

    /** How many courses can be found in it. */
    public long count() {
        return count(alias);
    }

    /** How many could be found in this one, as of its last refresh. */
    long count(String index) {
        return elasticsearch
                .ask(client -> client.count(
                        request -> request.index(index).query(query -> query.bool(bool -> bool.mustNot(gone())))))
                .count();
    }

    private static Query gone() {
        return Query.of(query -> query.term(term -> term.field("gone").value(true)));
    }

    /** The name of an index of this definition; what sets it apart is 8 hexadecimal digits. */
    String nameOf(IndexDefinition definition, String apart) {
        return "%s-%s-%s".formatted(alias, definition.digest(), apart);
    }

    /** Makes an empty index to be filled; answers false if it is there already. */
    boolean create(String name, IndexDefinition definition) {
        var request = CreateIndexRequest.of(
                index -> index.index(name).withJson(definition.asStream()).aliases(forWriting(name), any -> any));
        try {
            elasticsearch.askPatiently(client -> client.indices().create(request));
            setRefreshing(name, Time.of(time -> time.time("-1")));
            return true;
        } catch (ElasticsearchException refusal) {
            if (!Objects.equals(refusal.error().type(), EXISTS)) {
                throw refusal;
            }
            return false;
        }
    }

    /** From now on this one is asked, in one step; all others are gone. */
    void swapTo(String index) {
        setRefreshing(index, null);
        refresh(index);
        var others = all().keySet().stream()
                .filter(name -> !name.equals(index))
                .map(name -> Action.of(action -> action.removeIndex(removal -> removal.index(name))))
                .toList();
        elasticsearch.askPatiently(client -> client.indices()
                .updateAliases(update -> update.actions(others)
                        .actions(
                                action -> action.add(added -> added.index(index).alias(alias)))));
    }

    /** @param interval none for that of the definition */
    private void setRefreshing(String index, @Nullable Time interval) {
        elasticsearch.askPatiently(client -> client.indices()
                .putSettings(settings -> settings.index(index)
                        .settings(any -> any.refreshInterval(
                                interval == null ? Time.of(time -> time.time(IndexDefinition.REFRESH)) : interval))));
    }

    /**
     * Wherever courses are to be, so that none is missed by an index that is being filled.
     *
     * @return those that the one that is asked refuses, as it always would; others of other releases go soon
     * @throws SearchUnavailable if it cannot be now
     */
    Set<CourseId> put(Collection<Entry> entries) {
        var refused = new HashSet<CourseId>();
        @Nullable SearchUnavailable failure = null;
        for (var index : indices().entrySet()) {
            try {
                var others = put(index.getKey(), entries);
                refused.addAll(index.getValue() ? others : Set.of());
            } catch (SearchUnavailable unavailable) {
                failure = unavailable;
            }
        }
        if (failure != null) {
            throw failure;
        }
        return refused;
    }

    /**
     * In this one alone.
     *
     * @return those that it refuses, as it always would
     * @throws SearchUnavailable if it cannot be now
     */
    Set<CourseId> put(String index, Collection<Entry> entries) {
        return new BulkWriting(elasticsearch, index, forWriting(index)).put(entries);
    }

    /** How a course is held. */
    record Held(String digest, long version, boolean isGone, int learners) {

        private static Held of(Hit<Void> hit) {
            var fields = hit.fields();
            var digest = fields.get("digest");
            var learners = fields.get("learners");
            return new Held(
                    digest == null ? "" : digest.to(String[].class)[0],
                    Objects.requireNonNull(hit.version()),
                    fields.get("gone") != null,
                    learners == null ? 0 : learners.to(int[].class)[0]);
        }
    }

    /** What of it is found with ids after the first and up to the second, both of which may be open. */
    Map<CourseId, Held> heldBetween(String index, @Nullable CourseId after, @Nullable CourseId last) {
        var held = new HashMap<CourseId, Held>();
        @Nullable CourseId from = after;
        List<Hit<Void>> page;
        do {
            page = held(index, foundBetween(from, last), HELD_AT_ONCE);
            page.forEach(hit -> held.put(courseId(hit), Held.of(hit)));
            from = page.isEmpty() ? from : courseId(page.getLast());
        } while (page.size() == HELD_AT_ONCE);
        return held;
    }

    /** How these are held, as far as they are, be they found or not. */
    Map<CourseId, Held> heldOf(String index, Collection<CourseId> courses) {
        var ids = courses.stream().map(CourseId::toString).toList();
        return held(index, Query.of(query -> query.ids(any -> any.values(ids))), ids.size()).stream()
                .collect(Collectors.toMap(SearchIndex::courseId, Held::of));
    }

    private List<Hit<Void>> held(String index, Query query, int most) {
        return elasticsearch
                .askPatiently(client -> client.search(
                        search -> search.index(index)
                                .size(most)
                                .sort(sort -> sort.field(field -> field.field("courseId")))
                                .source(source -> source.fetch(false))
                                .docvalueFields(field -> field.field("digest"))
                                .docvalueFields(field -> field.field("gone"))
                                .docvalueFields(field -> field.field("learners"))
                                .version(true)
                                .query(query),
                        Void.class))
                .hits()
                .hits();
    }

    private static CourseId courseId(Hit<Void> hit) {
        return CourseId.of(Objects.requireNonNull(hit.id()));
    }

    /** What was written so far can be seen from now on. */
    void refresh(String index) {
        elasticsearch.askPatiently(client -> client.indices().refresh(request -> request.index(index)));
    }

    private static Query foundBetween(@Nullable CourseId after, @Nullable CourseId last) {
        return Query.of(
                query -> query.bool(bool -> bool.filter(between(after, last)).mustNot(gone())));
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
}
