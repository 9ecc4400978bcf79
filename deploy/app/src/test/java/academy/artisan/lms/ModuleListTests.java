package academy.artisan.lms;

import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.modulith.core.ApplicationModules;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** The application reads which features there are from a file: finding them out at every start takes many seconds. */
class ModuleListTests {

    @Test
    void everyFeatureIsListed() throws Exception {
        var list = new ClassPathResource("META-INF/spring-modulith/application-modules.json");
        var listed = new JsonMapper().readTree(list.getInputStream()).propertyNames();
        var features = ApplicationModules.of(LmsApplication.class).stream()
                .map(feature -> feature.getIdentifier().toString());
        assertThat(listed).containsExactlyInAnyOrderElementsOf(features.toList());
    }
}
