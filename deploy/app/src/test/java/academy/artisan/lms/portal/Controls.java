package academy.artisan.lms.portal;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.openqa.selenium.By;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.awaitility.Awaitility.await;

/** The controls that the browser itself lays over a video; no script of a page reaches them. */
record Controls(ChromeDriver driver) {

    static final String MORE = "-internal-media-controls-overflow-button";
    static final String CAPTIONS = "-webkit-media-controls-toggle-closed-captions-button";
    static final String CAPTIONS_SHOWN = "-webkit-media-text-track-container";

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final JsonMapper JSON = JsonMapper.shared();

    /** Clicks where a part lies, which has this name or this label. */
    void click(String part) {
        new Actions(driver)
                .moveToElement(driver.findElement(By.cssSelector("#video")))
                .perform();
        await().atMost(PATIENCE)
                .ignoreExceptionsInstanceOf(WebDriverException.class)
                .until(() -> clicked(part));
    }

    private boolean clicked(String part) {
        var found = parts().filter(node -> isCalled(node, part)).findFirst();
        found.ifPresent(node -> {
            var corners = call(
                            "DOM.getBoxModel",
                            Map.of("nodeId", node.path("nodeId").asLong()))
                    .at("/model/border");
            new Actions(driver)
                    .moveToLocation(middle(corners, 0), middle(corners, 1))
                    .click()
                    .perform();
        });
        return found.isPresent();
    }

    private static int middle(JsonNode corners, int axis) {
        return (corners.path(axis).asInt() + corners.path(4 + axis).asInt()) / 2;
    }

    /** What is to be read in a part. */
    String text(String part) {
        return parts().filter(node -> isCalled(node, part))
                .flatMap(Controls::below)
                .map(node -> node.path("nodeValue").asString(""))
                .collect(Collectors.joining());
    }

    private Stream<JsonNode> parts() {
        return below(
                call("DOM.getDocument", Map.of("depth", -1, "pierce", true)).path("root"));
    }

    private static Stream<JsonNode> below(JsonNode node) {
        return Stream.concat(
                Stream.of(node),
                Stream.of("children", "shadowRoots")
                        .flatMap(kind -> node.path(kind).valueStream())
                        .flatMap(Controls::below));
    }

    private static boolean isCalled(JsonNode node, String part) {
        return node.path("attributes")
                .valueStream()
                .anyMatch(value -> value.asString().equals(part));
    }

    private JsonNode call(String command, Map<String, Object> parameters) {
        return JSON.valueToTree(driver.executeCdpCommand(command, parameters));
    }
}
