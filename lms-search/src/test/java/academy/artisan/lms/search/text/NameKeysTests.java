package academy.artisan.lms.search.text;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class NameKeysTests {

    @Test
    void aNameStandsUnderWhatItIsWrittenAndHowItIsTyped() {
        assertThat(NameKeys.of(Name.Kind.TAG, List.of("焊接 PLC")))
                .containsExactly(
                        "焊接plc\u0001TAG\u0001焊接 PLC", "hanjieplc\u0001TAG\u0001焊接 PLC", "hjplc\u0001TAG\u0001焊接 PLC")
                .allSatisfy(key -> assertThat(NameKeys.name(key)).contains(new Name(Name.Kind.TAG, "焊接 PLC")));
    }

    @Test
    void aLatinNameStandsThereOnce() {
        assertThat(NameKeys.of(Name.Kind.INSTRUCTOR, List.of("Fanuc"))).hasSize(1);
    }

    @Test
    void aNameWithAMarkOfItsOwnDoesNoHarm() {
        assertThat(NameKeys.of(Name.Kind.TAG, List.of("a\u0001b")))
                .allSatisfy(key -> assertThat(NameKeys.name(key)).isEmpty());
    }

    @Test
    void whatMeansSomethingInAPatternIsMeantAsItIs() {
        assertThat(NameKeys.beginningWith("s7-1200.焊")).isEqualTo("s7\\-1200\\.焊.*");
    }
}
