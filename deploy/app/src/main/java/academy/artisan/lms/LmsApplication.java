package academy.artisan.lms;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The Artisan Academy LMS as one process. */
@SpringBootApplication
public class LmsApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(LmsApplication.class, arguments);
    }
}
