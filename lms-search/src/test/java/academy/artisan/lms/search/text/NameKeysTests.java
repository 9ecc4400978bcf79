package academy.artisan.lms.search.text;

import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class NameKeysTests {

    private static Stream<String> keys(Name.Kind kind, String name) {
        return NameKeys.of(kind, name, Pinyin.of(name));
    }

    @Test
    void aNameStandsUnderWhatItIsWrittenAndHowItIsTyped() {
        assertThat(keys(Name.Kind.TAG, "焊接 PLC"))
                .containsExactly(
                        "焊接plc\u0001TAG\u0001焊接 PLC", "hanjieplc\u0001TAG\u0001焊接 PLC", "hjplc\u0001TAG\u0001焊接 PLC")
                .allSatisfy(key -> assertThat(NameKeys.name(key)).contains(new Name(Name.Kind.TAG, "焊接 PLC")));
    }

    @Test
    void aLatinNameStandsThereOnce() {
        assertThat(keys(Name.Kind.INSTRUCTOR, "Fanuc")).hasSize(1);
    }

    @Test
    void aNameWithAMarkOfItsOwnDoesNoHarm() {
        assertThat(keys(Name.Kind.TAG, "a\u0001b"))
                .allSatisfy(key -> assertThat(NameKeys.name(key)).isEmpty());
    }

    @Test
    void whatMeansSomethingInAPatternIsMeantAsItIs() {
        assertThat(NameKeys.beginningWith("s7-1200.焊")).isEqualTo("s7\\-1200\\.焊.*");
    }
}
