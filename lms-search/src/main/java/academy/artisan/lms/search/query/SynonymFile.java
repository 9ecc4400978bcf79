package academy.artisan.lms.search.query;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import academy.artisan.lms.search.SearchProperties;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * The synonyms in force: those of a file that an administrator may edit at any time, or as long as there is none, those
 * that come with the platform. A file with a fault changes nothing until it is mended.
 */
@Component
class SynonymFile {

    private static final Logger log = LoggerFactory.getLogger(SynonymFile.class);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);
    private static final String BUILT_IN = "search/synonyms.txt";

    private final Path path;
    private final Clock clock;
    private Instant looked = Instant.MIN;
    private @Nullable FileTime changed;
    private Synonyms synonyms = Synonyms.NONE;
    private String state = "";

    SynonymFile(SearchProperties properties, Clock clock) {
        this.path = properties.synonyms();
        this.clock = clock;
        takeBuiltIn();
    }

    /** As they are now: at most a second old. */
    synchronized Synonyms synonyms() {
        var now = clock.instant();
        if (!now.isBefore(looked.plus(LOOK_AGAIN)) || now.isBefore(looked)) {
            looked = now;
            look();
        }
        return synonyms;
    }

    /** Where they are from, and what is wrong with the file if something is. */
    synchronized String state() {
        synonyms();
        return state;
    }

    private void look() {
        var before = changed;
        changed = changedAt();
        if (changed == null && before != null) {
            takeBuiltIn();
        } else if (changed != null && !changed.equals(before)) {
            takeFile();
        }
    }

    private @Nullable FileTime changedAt() {
        try {
            return Files.getLastModifiedTime(path);
        } catch (IOException missing) {
            return null;
        }
    }

    private void takeFile() {
        try {
            synonyms = Synonyms.of(Files.readAllLines(path));
            state = "%d words of %s".formatted(synonyms.size(), path);
            log.info("Synonyms: {}", state);
        } catch (IOException | IllegalArgumentException fault) {
            state = "%s is not used: %s".formatted(path, fault.getMessage());
            log.error("Synonyms: {}", state);
        }
    }

    private void takeBuiltIn() {
        synonyms = Synonyms.of(builtIn());
        state = "%d words that come with the platform; %s would take their place".formatted(synonyms.size(), path);
    }

    private static List<String> builtIn() {
        try {
            return new ClassPathResource(BUILT_IN)
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException missing) {
            throw new IllegalStateException("The platform comes with synonyms", missing);
        }
    }
}
