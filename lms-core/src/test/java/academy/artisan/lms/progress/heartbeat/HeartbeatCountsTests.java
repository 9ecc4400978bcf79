package academy.artisan.lms.progress.heartbeat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

import static org.assertj.core.api.Assertions.assertThat;

class HeartbeatCountsTests {

    @Test
    void everyReasonThatTheScriptGivesIsCountedByItsName() throws IOException {
        var script = new ClassPathResource("progress/heartbeat.lua").getContentAsString(StandardCharsets.UTF_8);
        assertThat(Pattern.compile("(?:refuse\\(|nothing = |short = (?:silence, )?)'([a-z-]+)'")
                        .matcher(script)
                        .results()
                        .map(found -> found.group(1)))
                .containsExactlyInAnyOrderElementsOf(HeartbeatCounts.REASONS);
    }
}
