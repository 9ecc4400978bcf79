package academy.artisan.lms.embedded;

import java.time.Duration;
import java.util.List;

import academy.artisan.lms.media.program.Confinement;
import academy.artisan.lms.testing.Academy;
import academy.artisan.lms.testing.StackTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@StackTest
class HealthIT {

    @Autowired
    ApplicationContext context;

    @Test
    void readinessNamesWhatANodeCannotDoWithout() {
        var readiness = components("/readiness");
        assertThat(readiness.propertyNames())
                .contains("readinessState", "db", "embeddedServers")
                .doesNotContain("redis");
        assertThat(readiness.toString()).doesNotContain("DOWN");
        assertThat(components("").propertyNames()).contains("redis");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void programsForVideoAreThereAndConfinedAsFarAsTheSystemCan() {
        var confinement = Confinement.ofThisSystem();
        assertThat(health("/videoTools"))
                .contains("UP", "ffmpeg version", "ffprobe version")
                .contains(
                        "\"withoutNetwork\":" + confinement.cutsNetwork(),
                        "\"limited\":" + confinement.setsLimits(),
                        "\"endWithApplication\":" + confinement.endsWithParent());
    }

    @Test
    void detailsAreForAdministratorsAndTheStatusForEverybody() {
        var academy = new Academy(context);
        var path = "/actuator/health/objectStore";
        for (var other : List.of(academy.nobody(), academy.author(0))) {
            assertThat(other.get(path).expect(200).toString()).isEqualTo("{\"status\":\"UP\"}");
        }
        var details = academy.admin().get(path).expect(200).path("details");
        assertThat(details.path("bucket").asString()).isNotEmpty();
        academy.nobody().with("no token").get("/actuator/health").expect(401);
    }

    private JsonNode components(String part) {
        var admin = new Academy(context).admin();
        // The first of all tests may be here before the index of courses is
        return await().atMost(Duration.ofMinutes(1))
                .until(() -> admin.get("/actuator/health" + part), answer -> answer.status() != 503)
                .expect(200)
                .path("components");
    }

    private String health(String part) {
        return new Academy(context).admin().get("/actuator/health" + part).text();
    }
}
