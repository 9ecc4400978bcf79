package academy.artisan.lms.embedded;

import java.util.Map;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.MapPropertySource;

/** One Redis of their own for the tests that take it away or fill it up. */
@Order(Ordered.HIGHEST_PRECEDENCE + 1) // after what is shared, before the initializer that uses it
public final class OneOwnRedis implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("ownRedis", Map.of(RedisAddress.PROPERTY, server().url())));
    }

    public static OwnRedis server() {
        return Holder.SERVER;
    }

    private static class Holder {

        static final OwnRedis SERVER = OwnRedis.start("own", "maxmemory 64mb", "maxmemory-policy volatile-ttl");
    }
}
