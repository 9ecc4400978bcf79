package academy.artisan.lms.search;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import academy.artisan.lms.testing.StackTest;
import org.springframework.context.annotation.Import;

/** A test of the search; all of them share one application. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@StackTest(properties = "lms.admin-password=" + SearchTest.ADMIN_PASSWORD)
@Import({SearchApi.class, Publisher.class})
public @interface SearchTest {

    String ADMIN_PASSWORD = "search-test-8f2c";
}
