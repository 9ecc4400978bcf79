package academy.artisan.lms.bench.progress;

import java.util.Map;

import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Runs inside the application, beside its own endpoints: needs a log-in like them, takes a body, and does nothing. */
@RestController
class Nothing {

    static final String PATH = "/api/v1/nothing";

    @PostMapping(PATH)
    Map<String, Object> nothing(@RequestBody Map<String, Object> body) {
        return Map.of("received", body.size());
    }
}
