package academy.artisan.lms.embedded;

import java.time.Duration;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells whoever started the application where to point the browser, once every part of it can be used. */
@Component
class ReadyMessage {

    private static final Logger log = LoggerFactory.getLogger(ReadyMessage.class);
    private static final Duration PAUSE = Duration.ofMillis(250);

    private final HealthEndpoint health;

    ReadyMessage(HealthEndpoint health) {
        this.health = health;
    }

    @EventListener
    void started(ApplicationReadyEvent event) {
        if (event.getApplicationContext() instanceof WebServerApplicationContext web) {
            Thread.ofVirtual().name("ready-message").start(() -> printWhenReady(web));
        }
    }

    private void printWhenReady(WebServerApplicationContext web) {
        try {
            while (!isReady()) {
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        var server = web.getWebServer();
        if (server != null) {
            log.info("Ready: {}", Network.of(web.getEnvironment()).url(server.getPort()));
        }
    }

    private boolean isReady() {
        var readiness = health.healthForPath("readiness");
        return readiness != null && Status.UP.equals(readiness.getStatus());
    }
}
