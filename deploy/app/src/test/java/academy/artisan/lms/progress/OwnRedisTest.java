package academy.artisan.lms.progress;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import academy.artisan.lms.embedded.OneOwnRedis;
import org.springframework.test.context.ContextConfiguration;

/** A story on a Redis to which it may do what it wants, as long as it undoes it. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ContextConfiguration(initializers = OneOwnRedis.class)
public @interface OwnRedisTest {}
