package academy.artisan.lms.embedded;

import academy.artisan.lms.media.program.Confinement;
import academy.artisan.lms.testing.StackTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;

@StackTest
class HealthIT {

    @LocalServerPort
    int port;

    @Test
    void readinessNamesEveryPart() {
        assertThat(health("/readiness"))
                .contains("readinessState", "\"db\"", "\"redis\"", "embeddedServers")
                .doesNotContain("DOWN");
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

    private @Nullable String health(String part) {
        return RestClient.create("http://127.0.0.1:" + port)
                .get()
                .uri("/actuator/health" + part)
                .retrieve()
                .body(String.class);
    }
}
