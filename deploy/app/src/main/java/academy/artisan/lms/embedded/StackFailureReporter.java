package academy.artisan.lms.embedded;

import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Says in one line why the stack cannot start: a stack trace would not help whoever has to act on it. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class StackFailureReporter implements SpringBootExceptionReporter {

    StackFailureReporter(ConfigurableApplicationContext context) {}

    @Override
    public boolean reportException(Throwable failure) {
        if (!(failure instanceof StackCannotStart)) {
            return false;
        }
        LoggerFactory.getLogger(EmbeddedStack.class).error("{}", failure.getMessage());
        return true;
    }
}
