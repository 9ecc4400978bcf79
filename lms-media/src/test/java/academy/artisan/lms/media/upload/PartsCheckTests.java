package academy.artisan.lms.media.upload;

import java.util.List;

import academy.artisan.lms.media.storage.StoredPart;
import academy.artisan.lms.support.Problem.FieldError;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PartsCheckTests {

    private static final long FULL = 5L << 20;
    private static final PartPlan PLAN = PartPlan.of(FULL + 10, FULL);
    private static final List<StoredPart> STORED =
            List.of(new StoredPart(1, "AAA", FULL), new StoredPart(2, "bbb", 10));
    private static final UploadedPart FIRST = new UploadedPart(1, "\"aaa\"");
    private static final UploadedPart SECOND = new UploadedPart(2, "BBB");

    @Test
    void allPartsInAnyOrderWithOrWithoutQuotesFit() {
        assertThat(PartsCheck.errors(PLAN, STORED, List.of(SECOND, FIRST))).isEmpty();
    }

    @Test
    void missingPartIsNamed() {
        assertThat(PartsCheck.errors(PLAN, STORED, List.of(FIRST)))
                .containsExactly(new FieldError("parts", "Complete", "part 2 of 2 is missing"));
    }

    @Test
    void partThatNeverArrivedIsNamed() {
        assertThat(PartsCheck.errors(PLAN, STORED.subList(0, 1), List.of(FIRST, SECOND)))
                .containsExactly(new FieldError("parts[1]", "Uploaded", "part 2 has not been uploaded"));
    }

    @Test
    void partOfAnotherSizeIsNamed() {
        var cut = List.of(STORED.getFirst(), new StoredPart(2, "bbb", 9));
        assertThat(PartsCheck.errors(PLAN, cut, List.of(FIRST, SECOND)))
                .containsExactly(new FieldError("parts[1]", "Size", "part 2 has 9 bytes instead of 10"));
    }

    @Test
    void partThatWasUploadedAgainIsNamed() {
        assertThat(PartsCheck.errors(PLAN, STORED, List.of(FIRST, new UploadedPart(2, "old"))))
                .containsExactly(new FieldError("parts[1].etag", "Etag", "part 2 in the store has the etag bbb"));
    }

    @Test
    void partsThatAreTwiceOrTooManyAreNamed() {
        assertThat(PartsCheck.errors(PLAN, STORED, List.of(FIRST, SECOND, FIRST, new UploadedPart(3, "c"))))
                .extracting(FieldError::field)
                .containsExactly("parts[2].number", "parts[3].number");
    }

    @Test
    void orderMakesNoDifferenceToTheDigest() {
        assertThat(UploadedPart.digest(List.of(SECOND, FIRST)))
                .isEqualTo(UploadedPart.digest(List.of(FIRST, SECOND)))
                .isNotEqualTo(UploadedPart.digest(List.of(FIRST)));
    }
}
