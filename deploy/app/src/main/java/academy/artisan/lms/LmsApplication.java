package academy.artisan.lms;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The Artisan Academy LMS as one process. */
@SpringBootApplication
public class LmsApplication {

    /** How many virtual threads run at once; the JDK takes as many as there are processors. */
    private static final String PARALLELISM = "jdk.virtualThreadScheduler.parallelism";

    private static final int TO_EACH_PROCESSOR = 3;

    public static void main(String[] arguments) {
        letNobodyWaitForWhoComputes();
        SpringApplication.run(LmsApplication.class, arguments);
    }

    /** A virtual thread that computes keeps its carrier, but the system shares processors out among carriers. */
    private static void letNobodyWaitForWhoComputes() {
        if (System.getProperty(PARALLELISM) == null) {
            var carriers = TO_EACH_PROCESSOR * Runtime.getRuntime().availableProcessors();
            System.setProperty(PARALLELISM, Integer.toString(carriers));
        }
    }
}
