package academy.artisan.lms.media.transcode;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class LadderTests {

    private static final Ladder LADDER = new Ladder(List.of(1080, 720, 540, 360));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            3840 | 2160 | 1080p 1920x1080, 720p 1280x720, 540p 960x540, 360p 640x360
            1920 | 1080 | 1080p 1920x1080, 720p 1280x720, 540p 960x540, 360p 640x360
            1280 | 720  | 720p 1280x720, 540p 960x540, 360p 640x360
            1080 | 1920 | 1080p 1080x1920, 720p 720x1280, 540p 540x960, 360p 360x640
            854  | 480  | 480p 854x480, 360p 640x360, 240p 428x240
            640  | 360  | 360p 640x360, 240p 426x240
            400  | 300  | 240p 320x240
            176  | 144  | 144p 176x144
            1921 | 1081 | 1080p 1920x1080, 720p 1280x720, 540p 960x540, 360p 640x360
            """)
    void rungsSuitTheSource(int width, int height, String expected) {
        assertThat(LADDER.rungs(width, height))
                .extracting(rung -> "%s %dx%d".formatted(rung.name(), rung.width(), rung.height()))
                .containsExactly(expected.split(", ", -1));
    }

    @Test
    void neverAboveTheSourceAndAlwaysEvenAndAtLeastTwoFrom360Lines() {
        for (var lines = 2; lines <= 2400; lines++) {
            var source = lines + 1;
            var rungs = LADDER.rungs(source * 16 / 9, source);
            assertThat(rungs).hasSizeGreaterThanOrEqualTo(lines >= 360 ? 2 : 1);
            assertThat(rungs)
                    .allMatch(rung -> rung.lines() <= source + 1
                            && rung.lines() <= 1080
                            && rung.width() % 2 == 0
                            && rung.height() % 2 == 0);
            assertThat(rungs).extracting(Rung::name).doesNotHaveDuplicates();
        }
    }

    @Test
    void otherHeightsCanBeConfiguredAndShowInTheName() {
        var low = new Ladder(List.of(480, 720, 480));
        assertThat(low.rungs(1920, 1080)).extracting(Rung::name).containsExactly("720p", "480p");
        assertThat(low.rungs(1280, 540)).extracting(Rung::name).containsExactly("480p");
        assertThat(low.name()).startsWith("720,480 ").isNotEqualTo(LADDER.name());
        assertThat(new Ladder(List.of(2160, 1080)).rungs(2560, 1440))
                .extracting(Rung::name)
                .containsExactly("1440p", "1080p");
    }

    @Test
    void heightsThatNoPhonePlaysAreRefused() {
        for (var lines : List.of(List.<Integer>of(), List.of(720, 100), List.of(9000))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Ladder(lines))
                    .withMessageContaining("ladder");
        }
    }

    @Test
    void largerPicturesGetMoreBits() {
        assertThat(LADDER.rungs(1920, 1080)).extracting(Rung::maxKilobits).containsExactly(4593, 2500, 1624, 884);
    }
}
