package academy.artisan.lms.embedded;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** One server of the stack: how it is set up, started, asked whether it answers, and ended. */
interface Server {

    /** Names its log, its pid file and its place in the health report. */
    String name();

    /** Sets up what is not there yet and returns the command that starts it. */
    List<String> prepare() throws IOException, InterruptedException;

    /** Whether it answers now as the application will ask it. */
    boolean answers();

    /** What the application has to know to reach it. */
    Map<String, Object> properties();

    /** What is set for it beside the application's own environment. */
    default Map<String, String> environment() {
        return Map.of();
    }

    /** The signal that ends it in an orderly and quick way. */
    default String endSignal() {
        return "TERM";
    }

    default boolean refusesRoot() {
        return false;
    }
}
