package academy.artisan.lms.embedded;

import java.util.Map;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.MapPropertySource;

import static org.awaitility.Awaitility.await;

/** A master, a replica and a Sentinel that makes one of the other. */
@Order(Ordered.HIGHEST_PRECEDENCE + 1) // after what is shared, before the initializer that uses it
public final class OwnSentinel implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final String MASTER = "progress";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var address =
                "redis-sentinel://:%s@127.0.0.1:%d#%s".formatted(OwnRedis.PASSWORD, Holder.SENTINEL.port(), MASTER);
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "ownSentinel",
                        Map.of(RedisAddress.PROPERTY, address, "lms.redis.sentinel-password", OwnRedis.PASSWORD)));
    }

    public static OwnRedis master() {
        return Holder.ONE;
    }

    /** Waits until the replica has what the master has, and the Sentinel knows of it. */
    public static void awaitReplica() {
        await().until(() ->
                Holder.OTHER.ask(commands -> commands.info("replication")).contains("master_link_status:up"));
        await().until(() ->
                Holder.SENTINEL.ask(commands -> commands.info("sentinel")).contains("slaves=1"));
    }

    private static class Holder {

        static final OwnRedis ONE = OwnRedis.start("sentinel-one");
        static final OwnRedis OTHER = OwnRedis.start("sentinel-other", "replicaof 127.0.0.1 " + ONE.port());
        static final OwnRedis SENTINEL = OwnRedis.startSentinel("sentinel", MASTER, ONE);
    }
}
