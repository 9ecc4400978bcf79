package academy.artisan.lms.search.text;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class SimplifiedTests {

    @ParameterizedTest
    @CsvSource({
        "焊接機器人, 焊接机器人",
        "數控車床編程, 数控车床编程",
        "電氣設備維護與故障診斷, 电气设备维护与故障诊断",
        "焊接机器人, 焊接机器人",
        "PLC S7-1200 編程, PLC S7-1200 编程",
        "乾燥, 干燥",
    })
    void traditionalCharactersBecomeSimplifiedOnesAndAllElseStays(String typed, String simplified) {
        assertThat(Simplified.of(typed)).isEqualTo(simplified);
    }

    @Test
    void theIndexIsToldOfThousandsOfCharactersEachOnceAndNeverOfOneThatWouldBecomeAnotherTwice() {
        var mappings = Simplified.mappings();

        assertThat(mappings).hasSizeBetween(2000, 6000).doesNotHaveDuplicates().contains("機 => 机", "電 => 电");
        assertThat(mappings)
                .allSatisfy(mapping -> assertThat(Simplified.of(mapping.substring(mapping.length() - 1)))
                        .isEqualTo(mapping.substring(mapping.length() - 1)));
    }
}
