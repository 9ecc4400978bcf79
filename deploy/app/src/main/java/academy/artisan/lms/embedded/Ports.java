package academy.artisan.lms.embedded;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

import org.springframework.core.env.Environment;

/** Finds the port of a server: the configured one, or one that is free. */
class Ports {

    /** Below the ports that systems give to outgoing connections, so that none of those takes it meanwhile. */
    private static final int LOWEST = 20_000;

    private static final int HIGHEST = 32_000;

    private final Environment environment;

    Ports(Environment environment) {
        this.environment = environment;
    }

    int of(String server) {
        var configured = environment.getProperty("lms.embedded.%s-port".formatted(server), Integer.class, 0);
        if (configured == 0) {
            return free();
        }
        if (!isFree(configured)) {
            throw new StackCannotStart(
                    "Port %d, configured for %s, is taken by another process".formatted(configured, server));
        }
        return configured;
    }

    static int free() {
        return ThreadLocalRandom.current()
                .ints(1_000, LOWEST, HIGHEST)
                .filter(Ports::isFree)
                .findFirst()
                .orElseThrow(() -> new StackCannotStart("No port from %d to %d is free".formatted(LOWEST, HIGHEST)));
    }

    static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.bind(Loopback.at(port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
