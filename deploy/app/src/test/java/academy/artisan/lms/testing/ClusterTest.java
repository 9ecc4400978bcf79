package academy.artisan.lms.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import academy.artisan.lms.embedded.RedisCluster;
import org.springframework.test.context.ContextConfiguration;

/** Makes the sub-class of a {@link StackTest} run on a Redis Cluster of three nodes; all of them share one context. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ContextConfiguration(initializers = RedisCluster.class)
public @interface ClusterTest {}
