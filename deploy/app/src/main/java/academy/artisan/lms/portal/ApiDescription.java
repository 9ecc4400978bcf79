package academy.artisan.lms.portal;

import academy.artisan.lms.identity.Caller;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the OpenAPI document says beside the operations: what this is, how to log in, what a problem looks like. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    static final String ACCESS_TOKEN = "accessToken";
    static final String PLAYBACK_TOKEN = "playbackToken";
    static final String PROBLEM = "Problem";

    private static final String TEXT = """
            The REST API of the Artisan Academy's learning platform. Times are UTC (ISO 8601), durations are seconds, \
            ids are UUIDv7. Lists are read by keyset: pass `next` of one page as `after` of the following. \
            Whatever goes wrong is answered as a problem document (RFC 9457) with a stable `type`, in the language of \
            `Accept-Language` (Chinese and English).""";

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class);
    }

    @Bean
    OpenAPI api() {
        return new OpenAPI()
                .info(new Info()
                        .title("Artisan Academy LMS")
                        .version("v1")
                        .description(TEXT)
                        .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
                .addSecurityItem(new SecurityRequirement().addList(ACCESS_TOKEN))
                .components(new Components()
                        .addSecuritySchemes(ACCESS_TOKEN, bearer("From `POST /api/v1/auth/token`"))
                        .addSecuritySchemes(PLAYBACK_TOKEN, bearer("From opening a lesson: `…/playbacks`"))
                        .addResponses(PROBLEM, problemResponse()));
    }

    @Bean
    OpenApiCustomizer problems() {
        return api -> {
            api.getComponents().addSchemas(PROBLEM, problem());
            api.getPaths().values().forEach(path -> path.readOperations().forEach(ApiDescription::describeProblems));
        };
    }

    private static void describeProblems(Operation operation) {
        operation.getResponses().addApiResponse("4XX", new ApiResponse().$ref(PROBLEM));
        operation.getResponses().addApiResponse("5XX", new ApiResponse().$ref(PROBLEM));
    }

    private static SecurityScheme bearer(String description) {
        return new SecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .bearerFormat("JWT")
                .description(description);
    }

    private static ApiResponse problemResponse() {
        var schema = new Schema<>().$ref("#/components/schemas/" + PROBLEM);
        return new ApiResponse()
                .description("A problem: nothing was changed")
                .content(new Content().addMediaType("application/problem+json", new MediaType().schema(schema)));
    }

    private static Schema<?> problem() {
        var error = new ObjectSchema()
                .addProperty("field", text("sections[0].lessons[2].videoId"))
                .addProperty("rule", text("NotNull"))
                .addProperty("message", text("the video is missing"));
        return new ObjectSchema()
                .description("RFC 9457")
                .addProperty("type", text("urn:problem:invalid-request"))
                .addProperty("title", text("invalid request"))
                .addProperty("status", new IntegerSchema().example(400))
                .addProperty("detail", text("The request is not valid"))
                .addProperty("instance", text("/api/v1/courses"))
                .addProperty(
                        "errors",
                        new ArraySchema()
                                .items(error)
                                .description("which field broke which rule, where that is known"));
    }

    private static Schema<?> text(String example) {
        return new StringSchema().example(example);
    }
}
