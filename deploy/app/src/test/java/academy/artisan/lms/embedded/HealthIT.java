package academy.artisan.lms.embedded;

import academy.artisan.lms.testing.StackTest;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;

@StackTest
class HealthIT {

    @LocalServerPort
    int port;

    @Test
    void readinessNamesEveryPart() {
        var health = RestClient.create("http://127.0.0.1:" + port)
                .get()
                .uri("/actuator/health/readiness")
                .retrieve()
                .body(String.class);
        assertThat(health)
                .contains("readinessState", "\"db\"", "\"redis\"", "embeddedServers")
                .doesNotContain("DOWN");
    }
}
