package academy.artisan.lms.progress;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Random;

import academy.artisan.lms.progress.Coverage.Range;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CoverageTests {

    @Test
    void theFirstBitIsSecondZero() {
        assertThat(Coverage.ofBitmap(new byte[] {(byte) 0b1110_0001, (byte) 0b1000_0000})
                        .ranges())
                .containsExactly(new Range(0, 3), new Range(7, 9));
    }

    @Test
    void writesRangesAsPostgresDoes() {
        var coverage = Coverage.ofBitmap(new byte[] {(byte) 0b1110_0011});
        assertThat(coverage.toMultirange()).isEqualTo("{[0,3),[6,8)}");
        assertThat(Coverage.ofMultirange("{[0,3),[6,8)}")).isEqualTo(coverage);
        assertThat(coverage.seconds()).isEqualTo(5);
    }

    @Test
    void nothingSeenIsAnEmptyMultirange() {
        assertThat(Coverage.NONE.toMultirange()).isEqualTo("{}");
        assertThat(Coverage.ofMultirange("{}")).isEqualTo(Coverage.NONE);
        assertThat(Coverage.NONE.toBitmap()).isEmpty();
    }

    @Test
    void survivesTheWayToEveryStoreAndBack() {
        var seed = System.nanoTime();
        var random = new Random(seed);
        for (var round = 0; round < 500; round++) {
            var coverage = randomCoverage(random);
            assertThat(Coverage.ofBitmap(coverage.toBitmap()))
                    .as("seed %d", seed)
                    .isEqualTo(coverage);
            assertThat(Coverage.ofMultirange(coverage.toMultirange()))
                    .as("seed %d", seed)
                    .isEqualTo(coverage);
        }
    }

    private static Coverage randomCoverage(Random random) {
        var bits = new BitSet();
        for (var i = random.nextInt(40); i > 0; i--) {
            var from = random.nextInt(2700);
            bits.set(from, from + 1 + random.nextInt(100));
        }
        var ranges = new ArrayList<Range>();
        for (var from = bits.nextSetBit(0); from >= 0; from = bits.nextSetBit(bits.nextClearBit(from))) {
            ranges.add(new Range(from, bits.nextClearBit(from)));
        }
        return new Coverage(ranges);
    }
}
