package academy.artisan.lms.embedded;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * Where Redis is: one server, a master that Sentinels name, or the nodes of a cluster.
 *
 * @param master the name under which the Sentinels at {@code nodes} know it; null without Sentinels
 */
record RedisAddress(
        List<Node> nodes,
        @Nullable Login login,
        boolean encrypted,
        int database,
        @Nullable String master) {

    static final String PROPERTY = "lms.redis.url";
    private static final String SENTINEL_PASSWORD = "lms.redis.sentinel-password";

    record Node(String host, int port) {

        @Override
        public String toString() {
            return host + ":" + port;
        }
    }

    /** @param user null for the default user */
    record Login(@Nullable String user, String password) {

        @Override
        public String toString() {
            return "Login[…]";
        }
    }

    /** What Spring has to know to reach it; nothing when the environment does not say. */
    static Map<String, Object> propertiesIn(Environment environment) {
        var text = environment.getProperty(PROPERTY);
        if (!StringUtils.hasText(text)) {
            return Map.of();
        }
        var properties = RedisAddressText.read(text).properties();
        var password = environment.getProperty(SENTINEL_PASSWORD);
        if (properties.containsKey("sentinel.master") && StringUtils.hasText(password)) {
            properties.put("sentinel.password", password);
        }
        return properties.entrySet().stream()
                .collect(Collectors.toMap(entry -> "spring.data.redis." + entry.getKey(), Map.Entry::getValue));
    }

    Map<String, Object> properties() {
        var properties = new HashMap<String, Object>();
        properties.put("database", database);
        properties.put("ssl.enabled", encrypted);
        if (login != null) {
            properties.put("password", login.password());
            if (login.user() != null) {
                properties.put("username", login.user());
            }
        }
        if (master != null) {
            properties.put("sentinel.master", master);
            properties.put("sentinel.nodes", list());
            properties.put(
                    "lettuce.read-from", "upstream"); // watches the Sentinels, so that a master that hangs is left
        } else if (nodes.size() > 1) {
            properties.put("cluster.nodes", list());
        } else {
            properties.put("host", nodes.getFirst().host());
            properties.put("port", nodes.getFirst().port());
        }
        return properties;
    }

    private String list() {
        return nodes.stream().map(Node::toString).collect(Collectors.joining(","));
    }
}
