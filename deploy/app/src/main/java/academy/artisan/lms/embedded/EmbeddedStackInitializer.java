package academy.artisan.lms.embedded;

import java.util.HashMap;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.MapPropertySource;

/** Starts the stack before any bean is made, and ends it after all of them are closed. */
@Order(Ordered.LOWEST_PRECEDENCE)
class EmbeddedStackInitializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var environment = context.getEnvironment();
        RedisAddress.propertiesIn(environment); // what is wrong with it is said before anything is started
        var needs = Need.unmetIn(environment);
        if (!needs.isEmpty()) {
            var stack = EmbeddedStack.start(environment, needs);
            SpringApplication.getShutdownHandlers().add(stack::close);
            environment.getPropertySources().addFirst(new MapPropertySource("embeddedStack", stack.properties()));
            context.getBeanFactory().registerSingleton("embeddedStack", stack);
        }
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource("redisAddress", RedisAddress.propertiesIn(environment)));
        var defaults = new HashMap<String, Object>();
        defaults.put("server.address", Network.of(environment).bindAddress());
        environment.getPropertySources().addLast(new MapPropertySource("embeddedDefaults", defaults));
    }
}
