package academy.artisan.lms.embedded;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import academy.artisan.lms.embedded.RedisAddress.Login;
import academy.artisan.lms.embedded.RedisAddress.Node;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;

/** Reads addresses of Redis as operators write them, and says what is wrong without repeating any of it. */
final class RedisAddressText {

    private static final Pattern SCHEME = Pattern.compile("(redis|rediss|redis-sentinel)://(.*)", Pattern.DOTALL);

    /** A password may hold what otherwise separates, so that the last @ ends it. */
    private static final Pattern PARTS = Pattern.compile("(?:(.*)@)?([^/#]*)(?:/([^#]*))?(?:#(.*))?", Pattern.DOTALL);

    private static final Pattern NODE = Pattern.compile("(?:\\[([0-9A-Fa-f:.%]+)]|([\\w.-]+))(?::(\\d{1,6}))?");
    private static final int REDIS_PORT = 6379;
    private static final int SENTINEL_PORT = 26379;

    private RedisAddressText() {}

    /** @throws StackCannotStart if it is no address of Redis */
    static RedisAddress read(String text) {
        var whole = SCHEME.matcher(text.strip());
        if (!whole.matches()) {
            throw wrong("it begins with redis://, rediss:// or redis-sentinel://");
        }
        var parts = PARTS.matcher(whole.group(2));
        if (!parts.matches()) {
            throw wrong("after the scheme come [user:password@], hosts, [/database] and [#master]");
        }
        var bySentinel = whole.group(1).equals("redis-sentinel");
        var nodes = nodes(parts.group(2), bySentinel ? SENTINEL_PORT : REDIS_PORT);
        var database = database(parts.group(3));
        var master = parts.group(4);
        if (bySentinel != StringUtils.hasText(master)) {
            throw wrong("the name of the master, as in #mymaster, belongs to redis-sentinel:// and to nothing else");
        }
        if (!bySentinel && nodes.size() > 1 && database != 0) {
            throw wrong("a Redis Cluster has no databases but 0");
        }
        return new RedisAddress(nodes, login(parts.group(1)), whole.group(1).equals("rediss"), database, master);
    }

    private static List<Node> nodes(String text, int usualPort) {
        var nodes = new ArrayList<Node>();
        for (var part : text.split(",", -1)) {
            var node = NODE.matcher(part.strip());
            if (!node.matches()) {
                throw wrong("its host %d is not host or host:port".formatted(nodes.size() + 1));
            }
            var port = node.group(3) == null ? usualPort : Integer.parseInt(node.group(3));
            if (port < 1 || port > 65_535) {
                throw wrong("the port of its host %d is not a number from 1 to 65535".formatted(nodes.size() + 1));
            }
            nodes.add(new Node(node.group(1) != null ? node.group(1) : node.group(2), port));
        }
        return List.copyOf(nodes);
    }

    private static int database(@Nullable String text) {
        if (!StringUtils.hasText(text)) {
            return 0;
        }
        if (!text.matches("\\d{1,6}")) {
            throw wrong("the database, after the hosts and a slash, is not a number");
        }
        return Integer.parseInt(text);
    }

    private static @Nullable Login login(@Nullable String text) {
        if (!StringUtils.hasText(text)) {
            return null;
        }
        var colon = text.indexOf(':');
        var user = colon <= 0 ? null : decoded(text.substring(0, colon));
        var password = decoded(text.substring(colon + 1));
        if (password.isEmpty()) {
            throw wrong("there is an @ but no password before it");
        }
        return new Login(user, password);
    }

    private static String decoded(String text) {
        try {
            return StringUtils.uriDecode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw wrong("a % in user or password is written %25");
        }
    }

    private static StackCannotStart wrong(String rule) {
        return new StackCannotStart("LMS_REDIS_URL is no address of Redis: " + rule);
    }
}
