package academy.artisan.lms.progress.redis;

import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * What a Redis server says about its memory and what becomes of it.
 *
 * @param limitBytes 0 for no limit
 * @param policy what it removes when the limit is reached
 * @param keepsLog whether it writes down what it is told before that can be lost with its process
 */
public record RedisState(long usedBytes, long limitBytes, String policy, boolean keepsLog, long keys) {

    private static final double NEARLY = 0.9;

    static RedisState of(Properties info) {
        return new RedisState(
                number(info, "used_memory"),
                number(info, "maxmemory"),
                info.getProperty("maxmemory_policy", "unknown"),
                "1".equals(info.getProperty("aof_enabled")),
                keys(info));
    }

    private static long number(Properties info, String name) {
        return Long.parseLong(info.getProperty(name, "0").strip());
    }

    private static long keys(Properties info) {
        return info.stringPropertyNames().stream()
                .filter(name -> name.matches("db\\d+"))
                .mapToLong(name -> Long.parseLong(info.getProperty(name).replaceFirst("^keys=(\\d+).*", "$1")))
                .sum();
    }

    /** What an operator should change, in a line each. */
    List<String> warnings() {
        var warnings = new ArrayList<String>();
        if (policy.startsWith("allkeys")) {
            warnings.add("may evict progress that PostgreSQL does not know yet (maxmemory-policy %s): set volatile-ttl"
                    .formatted(policy));
        }
        if (!keepsLog) {
            warnings.add("keeps no append-only file, so that its end loses what is not settled: set appendonly yes");
        }
        if (limitBytes == 0) {
            warnings.add("has no limit of memory: set maxmemory");
        } else if (usedBytes > NEARLY * limitBytes) {
            warnings.add("has used %d of %d bytes: when nothing settled is left to evict, heartbeats are refused"
                    .formatted(usedBytes, limitBytes));
        }
        return warnings;
    }
}
