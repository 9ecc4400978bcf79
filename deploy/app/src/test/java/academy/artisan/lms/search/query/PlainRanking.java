package academy.artisan.lms.search.query;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Gatherers;
import java.util.stream.Stream;

import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.course.CourseVersion;
import academy.artisan.lms.course.Lesson;
import academy.artisan.lms.course.Listing;
import academy.artisan.lms.search.elasticsearch.ElasticsearchCalls;
import co.elastic.clients.elasticsearch._types.mapping.Property;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;

/** What is got without a thought: everything as text under the standard analyser, and one multi_match over it. */
class PlainRanking implements Ranking {

    private static final List<String> FIELDS = List.of("title", "summary", "contents", "labels");

    private final ElasticsearchCalls elasticsearch;
    private final String name;

    PlainRanking(ElasticsearchCalls elasticsearch, String name) {
        this.elasticsearch = elasticsearch;
        this.name = name;
    }

    void hold(List<Listing> courses) {
        var text = Property.of(property -> property.text(standard -> standard.analyzer("standard")));
        elasticsearch.ask(client -> client.indices()
                .create(index -> index.index(name)
                        .settings(settings -> settings.numberOfReplicas("0"))
                        .mappings(mappings -> FIELDS.stream()
                                .reduce(
                                        mappings,
                                        (all, field) -> all.properties(field, text),
                                        (all, ignored) -> all))));
        courses.stream()
                .map(listing -> putting(listing.course()))
                .gather(Gatherers.windowFixed(AT_ONCE))
                .forEach(some -> elasticsearch.ask(
                        client -> client.bulk(bulk -> bulk.index(name).operations(some))));
    }

    @Override
    public List<CourseId> first(String typed) {
        var found = elasticsearch.ask(client -> client.search(
                search -> search.index(name)
                        .size(COURSES)
                        .source(source -> source.fetch(false))
                        .query(query ->
                                query.multiMatch(match -> match.query(typed).fields(FIELDS))),
                Void.class));
        return found.hits().hits().stream()
                .map(hit -> CourseId.of(Objects.requireNonNull(hit.id())))
                .toList();
    }

    private static BulkOperation putting(CourseVersion course) {
        var contents = course.sections().stream()
                .flatMap(section -> Stream.concat(
                        Stream.of(section.title()), section.lessons().stream().map(Lesson::title)))
                .toList();
        var labels = Stream.concat(
                        course.tags().stream(), Stream.of(course.field(), course.level(), course.groupName()))
                .toList();
        var document =
                Map.of("title", course.title(), "summary", course.summary(), "contents", contents, "labels", labels);
        return BulkOperation.of(operation ->
                operation.index(index -> index.id(course.courseId().toString()).document(document)));
    }
}
