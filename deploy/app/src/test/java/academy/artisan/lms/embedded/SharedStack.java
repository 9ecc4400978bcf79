package academy.artisan.lms.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

import academy.artisan.lms.testing.RequestWork;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.MapPropertySource;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.util.FileSystemUtils;

/** Gives every application context of a test run its own place in servers that are started once. */
@Order(Ordered.HIGHEST_PRECEDENCE) // before the initializer that starts whatever is not configured yet
public class SharedStack implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final Path FOLDER = Path.of("target/test-stack");
    private static final AtomicInteger CONTEXTS = new AtomicInteger();

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var number = CONTEXTS.incrementAndGet();
        var properties = new HashMap<>(Holder.STACK.properties());
        properties.put("spring.datasource.url", freshDatabase(properties, "context_" + number));
        properties.merge(RedisAddress.PROPERTY, "/" + number, (url, database) -> url.toString() + database);
        // Contexts stay open until the end, and all of them share the connections that the server allows
        properties.put("spring.datasource.hikari.maximum-pool-size", 8);
        var place = "context-" + number;
        properties.put("lms.s3.bucket", ForeignStore.isConfigured() ? ForeignStore.bucket(place) : place);
        properties.put("lms.elasticsearch.index-prefix", place);
        properties.put("lms.progress.report-interval", "1s");
        properties.put("lms.data", FOLDER.resolve(place).toString());
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("sharedStack", properties));
        context.getBeanFactory().registerSingleton("embeddedStack", Holder.STACK);
        context.getBeanFactory().registerSingleton("requestWork", new RequestWork());
    }

    /**
     * What an application in a process of its own is told, so that it has indices of its own in the Elasticsearch of
     * the other tests: to start one costs as much as all the rest of it.
     */
    static Map<String, String> searchOf(String name) {
        return Map.of(
                "LMS_ELASTICSEARCH_URL",
                text(Holder.STACK.properties(), "lms.elasticsearch.url"),
                "LMS_ELASTICSEARCH_INDEX_PREFIX",
                name);
    }

    private static String freshDatabase(Map<String, Object> properties, String name) {
        var url = text(properties, "spring.datasource.url");
        var user = text(properties, "spring.datasource.username");
        var password = text(properties, "spring.datasource.password");
        try (var connection = DriverManager.getConnection(url, user, password);
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("No database for this context", e);
        }
        return url.replaceFirst("/[^/]*$", "/" + name);
    }

    /** Where the servers' class paths were gathered. */
    static String deployFolder() {
        return System.getenv().getOrDefault("LMS_HOME", "..");
    }

    private static String text(Map<String, Object> properties, String key) {
        return Objects.requireNonNull(properties.get(key), key).toString();
    }

    /** Started when the first context asks for it. */
    private static class Holder {

        static final EmbeddedStack STACK = start();

        private static EmbeddedStack start() {
            try (var earlierRun = DataFolder.open(FOLDER)) {
                Orphans.end(earlierRun.folder("run"), Duration.ofSeconds(20));
                for (var name : List.of("postgres", "redis", "objects", "elasticsearch", "logs")) {
                    FileSystemUtils.deleteRecursively(earlierRun.file(name));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            var environment = new MockEnvironment()
                    .withProperty("lms.data", FOLDER.toString())
                    .withProperty("lms.home", deployFolder());
            var needs = EnumSet.allOf(Need.class);
            if (ForeignStore.isConfigured()) {
                needs.remove(Need.OBJECT_STORE);
                SpringApplication.getShutdownHandlers().add(ForeignStore::removeBuckets);
            }
            var stack = EmbeddedStack.start(environment, needs);
            SpringApplication.getShutdownHandlers().add(stack::close);
            return stack;
        }
    }
}
