package academy.artisan.lms.media.upload;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PartPlanTests {

    private static final long MEBIBYTE = 1L << 20;

    @Test
    void lastPartIsWhatIsLeft() {
        var plan = PartPlan.of(20 * MEBIBYTE + 7, 8 * MEBIBYTE);
        assertThat(plan.count()).isEqualTo(3);
        assertThat(plan.size(1)).isEqualTo(8 * MEBIBYTE);
        assertThat(plan.size(3)).isEqualTo(4 * MEBIBYTE + 7);
    }

    @Test
    void fileOfWholePartsHasNoEmptyLastOne() {
        var plan = PartPlan.of(16 * MEBIBYTE, 8 * MEBIBYTE);
        assertThat(plan.count()).isEqualTo(2);
        assertThat(plan.size(2)).isEqualTo(8 * MEBIBYTE);
    }

    @Test
    void smallFileIsOnePart() {
        var plan = PartPlan.of(1, 8 * MEBIBYTE);
        assertThat(plan.count()).isOne();
        assertThat(plan.size(1)).isOne();
    }

    @Test
    void partsAreNeverSmallerThanTheStoreAllows() {
        assertThat(PartPlan.of(100 * MEBIBYTE, 1).partSizeBytes()).isEqualTo(PartPlan.SMALLEST_PART);
    }

    @Test
    void hugeFileHasLargerPartsRatherThanTooMany() {
        var plan = PartPlan.of(500_000 * MEBIBYTE + 1, 8 * MEBIBYTE);
        assertThat(plan.partSizeBytes()).isEqualTo(51 * MEBIBYTE);
        assertThat(plan.count()).isLessThanOrEqualTo(PartPlan.MOST_PARTS);
    }
}
