package academy.artisan.lms.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A test of the application with demonstration data; all such tests share one. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@StackTest(properties = {"lms.demo=true", "lms.demo-password=" + DemoTest.PASSWORD})
public @interface DemoTest {

    String PASSWORD = "password of the demonstration";
}
