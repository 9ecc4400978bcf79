package academy.artisan.lms.portal;

import java.util.List;
import java.util.Map;

import academy.artisan.lms.testing.Academy;
import academy.artisan.lms.testing.StackTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

@StackTest
class ApiDescriptionIT {

    private static final List<String> METHODS = List.of("get", "put", "post", "delete", "patch");

    private final JsonNode document;

    ApiDescriptionIT(@Autowired ApplicationContext context) {
        document = Academy.nobody(context).get("/v3/api-docs").expect(200);
    }

    @Test
    void itIsOpenApi31() {
        assertThat(document.path("openapi").asString()).startsWith("3.1");
        assertThat(document.at("/info/title").asString()).isEqualTo("Artisan Academy LMS");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "post /api/v1/auth/token",
                "get /api/v1/me",
                "get /api/v1/groups",
                "post /api/v1/groups/{groupId}/courses",
                "get /api/v1/courses/{courseId}/draft",
                "put /api/v1/courses/{courseId}/draft",
                "post /api/v1/courses/{courseId}/reviews",
                "post /api/v1/reviews/{reviewId}/decisions",
                "post /api/v1/courses/{courseId}/publications",
                "post /api/v1/videos",
                "post /api/v1/videos/{videoId}/completion",
                "get /api/v1/videos/{videoId}",
                "get /api/v1/search/courses",
                "get /api/v1/search/suggestions",
                "get /api/v1/catalog/courses/{courseId}",
                "post /api/v1/enrolments",
                "get /api/v1/me/enrolments",
                "post /api/v1/enrolments/{enrolmentId}/lessons/{lessonId}/playbacks",
                "post /api/v1/playbacks/{playbackId}/heartbeats",
                "get /api/v1/enrolments/{enrolmentId}/progress",
                "get /api/v1/enrolments/{enrolmentId}/explanation",
                "get /api/v1/hr/units/{unitId}/completions",
                "post /api/v1/hr/units/{unitId}/required-trainings"
            })
    void theMainRoadIsThere(String call) {
        var words = call.split(" ", 2);
        assertThat(document.path("paths").path(words[1]).has(words[0])).isTrue();
    }

    @Test
    void everyOperationSaysWhatItDoesAndHowItFails() {
        for (var path : document.path("paths").properties()) {
            for (var operation : path.getValue().properties().stream()
                    .filter(entry -> METHODS.contains(entry.getKey()))
                    .toList()) {
                var name = operation.getKey() + " " + path.getKey();
                assertThat(operation.getValue().path("summary").asString())
                        .as(name)
                        .isNotBlank();
                assertThat(operation.getValue().at("/responses/4XX/$ref").asString())
                        .as(name)
                        .isEqualTo("#/components/responses/Problem");
            }
        }
    }

    @Test
    void idsAreTextAndCallersAreHidden() {
        assertThat(document.at("/components/schemas").properties())
                .extracting(Map.Entry::getKey)
                .noneMatch(name -> name.equals("Caller") || name.endsWith("Id"));
        assertThat(document.toString()).doesNotContain("schemas/CourseId", "\"caller\"");
        assertThat(document.at("/components/schemas/NewEnrolment/properties/courseId/format")
                        .asString())
                .isEqualTo("uuid");
    }

    @Test
    void examplesAreJson() {
        var example = document.at("/paths/~1api~1v1~1enrolments/post/requestBody/content/application~1json/example");
        assertThat(example.path("courseId").asString()).isNotBlank();
    }

    @Test
    void createdThingsAnswer201() {
        assertThat(document.at("/paths/~1api~1v1~1videos/post/responses").has("201"))
                .isTrue();
    }
}
