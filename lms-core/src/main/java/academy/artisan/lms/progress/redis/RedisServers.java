package academy.artisan.lms.progress.redis;

import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.data.redis.connection.RedisClusterConnection;
import org.springframework.data.redis.connection.RedisClusterNode;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.stereotype.Component;

/** The servers that hold progress in flight: the one, or every master of a cluster. */
@Component
public class RedisServers {

    private final RedisConnectionFactory connections;

    RedisServers(RedisConnectionFactory connections) {
        this.connections = connections;
    }

    /**
     * How each of them is, by its address.
     *
     * @throws org.springframework.dao.DataAccessException if one of them does not answer
     */
    public Map<String, RedisState> states() {
        try (var connection = connections.getConnection()) {
            if (connection instanceof RedisClusterConnection cluster) {
                return states(cluster);
            }
            return Map.of("server", RedisState.of(connection.serverCommands().info()));
        }
    }

    private static Map<String, RedisState> states(RedisClusterConnection cluster) {
        var states = new LinkedHashMap<String, RedisState>();
        for (var node : cluster.clusterGetNodes()) {
            if (holdsProgress(node)) {
                states.put(
                        node.getHost() + ":" + node.getPort(),
                        RedisState.of(cluster.serverCommands().info(node)));
            }
        }
        return states;
    }

    private static boolean holdsProgress(RedisClusterNode node) {
        return node.isMaster() && !node.getSlotRange().getSlots().isEmpty();
    }
}
