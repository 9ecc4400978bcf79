package academy.artisan.lms.search.log;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class QueryTextTests {

    @ParameterizedTest
    @CsvSource({
        "焊接机器人, 焊接机器人",
        "ＰＬＣ 编程, plc 编程",
        "' PLC　 编程 ', plc 编程",
        "FANUC M-20iA, fanuc m-20ia",
    })
    void queriesThatDifferInWidthCaseAndSpacesAreTheSame(String typed, String normal) {
        assertThat(QueryText.normal(typed)).isEqualTo(normal);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "110101199003078515",
                "11010119900307851X",
                "110101 19900307 8515",
                "130503670401001",
                "我的身份证１１０１０１１９９００３０７８５１５",
                "13812345678",
                "+86 138-1234-5678",
                "(010) 6552 9988",
                "手机138 1234 5678张伟",
                "6222 0212 3456 7890 123",
                "zhang.wei@example.cn",
                "zhangwei＠example.cn",
                "张@单位",
                "一三八一二三四五六七八",
                "京A12345",
                "沪a·12345",
                "粤BD12345",
                "E12345678",
                "QQ 1234567",
                "1990-03-07 1",
                "https://example.cn/someone",
                "www.example.cn",
                "iso 13812345678",
                "GB/T 3323-1987 13812345678",
            })
    void whatMayBePersonalIsNotKept(String typed) {
        assertThat(QueryText.mayBeKept(QueryText.normal(typed))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "焊接机器人",
                "hjjqr",
                "6轴机器人",
                "FANUC M-20iA/35M",
                "S7-1200",
                "ER5356",
                "GB/T 3323-1987",
                "GB50661-2011",
                "ISO 9606-1:2012",
                "2026年3月",
                "Q235B 钢板 12mm",
                "三相异步电动机",
                "C#",
                "380V 50Hz",
            })
    void namesOfCoursesToolsAndStandardsAreKept(String typed) {
        assertThat(QueryText.mayBeKept(QueryText.normal(typed))).isTrue();
    }

    @Test
    void whatIsPastedAtLengthIsNotKept() {
        assertThat(QueryText.mayBeKept("焊".repeat(QueryText.LONGEST))).isTrue();
        assertThat(QueryText.mayBeKept("焊".repeat(QueryText.LONGEST + 1))).isFalse();
    }
}
