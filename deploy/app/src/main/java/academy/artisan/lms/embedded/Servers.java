package academy.artisan.lms.embedded;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.springframework.core.env.Environment;

/** Which servers meet which needs. */
record Servers(Environment environment, DataFolder folder, Launcher launcher, Secrets secrets) {

    /** In the order of their start; what is needed for long ends last. */
    List<Server> of(Set<Need> needs) {
        return Stream.of(Need.POSTGRES, Need.REDIS, Need.OBJECT_STORE, Need.ELASTICSEARCH)
                .filter(needs::contains)
                .map(this::server)
                .toList();
    }

    private Server server(Need need) {
        var deploy = Path.of(environment.getRequiredProperty("lms.home"))
                .toAbsolutePath()
                .normalize();
        var ports = new Ports(environment);
        return switch (need) {
            case POSTGRES -> new PostgresServer(folder, launcher, ports.of("postgres"), secrets.postgres());
            case REDIS ->
                new RedisServer(
                        folder,
                        ports.of("redis"),
                        secrets.redis(),
                        environment.getProperty("lms.embedded.redis-memory", "512mb"));
            case OBJECT_STORE ->
                new ObjectStoreServer(folder, deploy, Network.of(environment), ports.of("s3"), secrets);
            case ELASTICSEARCH -> new ElasticsearchServer(folder, deploy, ports.of("elasticsearch"));
            case FFMPEG, TOKEN_SECRET -> throw new IllegalArgumentException("No server is needed for " + need);
        };
    }
}
