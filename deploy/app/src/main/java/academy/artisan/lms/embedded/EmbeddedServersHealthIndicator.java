package academy.artisan.lms.embedded;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Up while every server of the embedded stack runs; up, too, where there is none. */
@Component
class EmbeddedServersHealthIndicator implements HealthIndicator {

    private final ObjectProvider<EmbeddedStack> stack;

    EmbeddedServersHealthIndicator(ObjectProvider<EmbeddedStack> stack) {
        this.stack = stack;
    }

    @Override
    public Health health() {
        var health = Health.up();
        stack.stream().flatMap(running -> running.servers().stream()).forEach(server -> {
            health.withDetail(server.name(), server.state());
            if (server.state() != SupervisedServer.State.RUNNING) {
                health.down();
            }
        });
        return health.build();
    }
}
