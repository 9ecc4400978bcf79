package academy.artisan.lms.permissions;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import academy.artisan.lms.testing.StackTest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every operation of the OpenAPI document, asked by every kind of caller, against {@code docs/permissions.md}.
 *
 * <p>{@code yes} in the table means that the decision let the caller pass. That is so when the answer is a success, and
 * also when it is 409, 412 or 422: what is refused so is refused after the decision, or else the cells of others would
 * not say what they do. An answer that comes before it, as 400, 415 or 428, is none that the table has a word for, so a
 * question that is not understood fails. Each row with a {@code yes} has somebody who got it done by the very question
 * that the others were refused, but those of {@link #REFUSED_AFTERWARDS}. What somebody used up, by deleting, deciding
 * or publishing it, is made anew for the next caller, so no row spoils another.
 */
@StackTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PermissionTableIT {

    /** What is let through, but cannot be done in this world, and why. */
    private static final Map<String, String> REFUSED_AFTERWARDS = Map.of(
            "POST /api/v1/videos/{videoId}/retries", "processing has not stopped",
            "POST /api/v1/videos/{videoId}/abandonment", "processing is not held",
            "POST /api/v1/playbacks/{playbackId}/presence", "no presence check is open");

    @Autowired
    ApplicationContext context;

    private PermissionTable table;
    private ApiDocument document;
    private Walk walk;
    private World world;

    @BeforeAll
    void makeTheWorld(@TempDir Path folder) throws Exception {
        table = PermissionTable.read();
        world = new World(context, MadeVideo.in(folder, context));
        document = new ApiDocument(
                world.as(Who.NOBODY).get("/v3/api-docs").expect(200).path("paths"));
        walk = new Walk(world, new Questions(world), document);
    }

    @TestFactory
    Stream<DynamicTest> everybodyIsToldWhatTheTableSays() {
        return table.rows().stream().map(row -> DynamicTest.dynamicTest(row.name(), () -> holds(row)));
    }

    private void holds(PermissionTable.Row row) {
        var answers = walk.ask(row);
        assertThat(answers.areThoseOfTheTable())
                .as("""
                        is answered otherwise than docs/permissions.md says, which would be
                        %s
                        %s""", answers.line(), answers.differences())
                .isTrue();
        if (row.verdicts().containsValue(Verdict.YES) && !REFUSED_AFTERWARDS.containsKey(row.operation())) {
            assertThat(answers.haveOneOfWhatWasDone())
                    .as("somebody gets done: %s (%s)", row.name(), answers.statuses())
                    .isTrue();
        }
    }

    @Test
    void everyOperationHasARow() {
        var missing = document.operations()
                .filter(operation -> !table.has(operation))
                .map(operation -> walk.ask(new PermissionTable.Row(operation, "", Map.of())))
                .map(answers -> answers.line() + (answers.line().contains("!") ? "\n" + answers.differences() : ""))
                .toList();
        assertThat(missing)
                .as("rows to be looked at and added to docs/permissions.md:\n%s", String.join("\n", missing))
                .isEmpty();
    }

    @Test
    void everyRowOfTheApiHasAnOperation() {
        var operations = document.operations().collect(Collectors.toSet());
        assertThat(table.rows())
                .filteredOn(PermissionTable.Row::isOfTheApi)
                .extracting(PermissionTable.Row::operation)
                .filteredOn(operation -> !operations.contains(operation))
                .as("rows of docs/permissions.md without an operation")
                .isEmpty();
    }

    @Test
    void everyQuestionIsOfARow() {
        var names = table.rows().stream().map(PermissionTable.Row::name).collect(Collectors.toSet());
        assertThat(walk.questions().rows().stream().filter(row -> !names.contains(row)))
                .isEmpty();
    }

    /** What the document leaves out is served all the same. */
    @Test
    void nothingOfTheApplicationIsServedBesideTheTable() {
        var served = context.getBeansOfType(RequestMappingHandlerMapping.class).values().stream()
                .flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
                .filter(handler -> handler.getValue().getBeanType().getName().startsWith("academy.artisan.lms"))
                .flatMap(handler -> operations(handler.getKey()))
                .collect(Collectors.toSet());
        assertThat(served).isNotEmpty();
        assertThat(served.stream().filter(operation -> !table.has(operation))).isEmpty();
    }

    private static Stream<String> operations(RequestMappingInfo mapping) {
        var methods = mapping.getMethodsCondition().getMethods();
        return mapping.getPatternValues().stream()
                .flatMap(path -> methods.isEmpty()
                        ? Stream.of("any method of " + path)
                        : methods.stream().map(method -> method + " " + path));
    }

    @Test
    void everyEndpointOfOperationIsInTheTable() {
        var links = world.as(Who.ADMIN).get("/actuator").expect(200).path("_links");
        var endpoints = links.valueStream()
                .filter(link -> !link.path("templated").asBoolean())
                .map(link -> "GET " + link.path("href").asString().replaceFirst(".*(?=/actuator)", ""))
                .collect(Collectors.toSet());
        assertThat(endpoints).isNotEmpty().allMatch(table::has);
    }
}
