package academy.artisan.lms.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;

/** The servers that this instance runs itself because nobody configured where else they are. */
class EmbeddedStack implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedStack.class);
    private static final Duration PATIENCE_WITH_ORPHANS = Duration.ofSeconds(20);

    private final DataFolder folder;
    private final List<SupervisedServer> servers = new ArrayList<>();
    private final Map<String, Object> properties = new HashMap<>();

    private EmbeddedStack(DataFolder folder) {
        this.folder = folder;
    }

    /**
     * Starts what the environment does not name and returns when all of it answers.
     *
     * @param needs what to start, at least one
     */
    static EmbeddedStack start(Environment environment, Set<Need> needs) {
        var path = Path.of(environment.getRequiredProperty("lms.data"));
        try {
            var stack = new EmbeddedStack(DataFolder.open(path));
            try {
                stack.startAll(environment, needs);
            } catch (IOException | RuntimeException e) {
                stack.close();
                throw e;
            }
            return stack;
        } catch (IOException e) {
            throw new StackCannotStart("The data folder %s cannot be used: %s".formatted(path, e), e);
        }
    }

    private void startAll(Environment environment, Set<Need> needs) throws IOException {
        Orphans.end(folder.folder("run"), PATIENCE_WITH_ORPHANS);
        var secrets = Secrets.in(folder.file("secrets.properties"));
        if (needs.contains(Need.TOKEN_SECRET)) {
            properties.put("lms.token.secret", secrets.tokens());
        }
        var launcher = new Launcher();
        var waiting = new ArrayList<CompletableFuture<Void>>();
        for (var server : new Servers(environment, folder, launcher, secrets).of(needs)) {
            var supervised = new SupervisedServer(server, launcher, folder);
            servers.add(supervised);
            properties.putAll(server.properties());
            waiting.add(supervised.start());
        }
        if (needs.contains(Need.FFMPEG)) {
            properties.putAll(Ffmpeg.unpackInto(folder));
        }
        waiting.forEach(EmbeddedStack::await);
    }

    private static void await(CompletableFuture<Void> start) {
        try {
            start.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof StackCannotStart reason ? reason : e;
        }
    }

    /** Where everything is that was started, as properties of the application. */
    Map<String, Object> properties() {
        return properties;
    }

    List<SupervisedServer> servers() {
        return servers;
    }

    /** Ends the servers in the reverse order of their start. */
    @Override
    public void close() {
        servers.reversed().forEach(SupervisedServer::stop);
        try {
            folder.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        log.info("The embedded servers are stopped");
    }
}
