package academy.artisan.lms.media.transcode;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

class TranscodePropertiesTests {

    private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

    private static TranscodeProperties properties(int jobs, int threads) {
        var properties = Map.of("lms.media.jobs", jobs, "lms.media.threads", threads);
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("lms.media", TranscodeProperties.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 1000})
    void nodeTakesNoMoreAtOnceThanItHasProcessors(int jobs) {
        var properties = properties(jobs, 0);
        assertThat(properties.jobsAtOnce()).isEqualTo(Math.min(jobs, PROCESSORS));
        assertThat(properties.threadsPerEncoder()).isBetween(1, PROCESSORS / properties.jobsAtOnce());
    }

    @Test
    void nodeMayLeaveVideosToOthersOrBeToldHowManyThreads() {
        assertThat(properties(0, 0).jobsAtOnce()).isZero();
        assertThat(properties(1, PROCESSORS + 1).threadsPerEncoder()).isEqualTo(PROCESSORS + 1);
    }
}
