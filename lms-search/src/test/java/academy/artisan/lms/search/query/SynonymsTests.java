package academy.artisan.lms.search.query;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SynonymsTests {

    private final Synonyms synonyms =
            Synonyms.of(List.of("# words of the trades", "", "电焊, 焊接，焊條電弧焊", "数控, CNC", "SMAW => 焊条电弧焊", "车工, 车床操作"));

    @Test
    void eachWordOfALineStandsForTheOthers() {
        assertThat(synonyms.variants("电焊基础")).containsExactly("焊接基础", "焊条电弧焊基础");
        assertThat(synonyms.variants("cnc编程")).containsExactly("数控编程");
        assertThat(synonyms.variants("数控车工")).containsExactly("cnc车工", "数控车床操作");
    }

    @Test
    void anArrowHoldsInOneDirection() {
        assertThat(synonyms.variants("smaw")).containsExactly("焊条电弧焊");
        assertThat(synonyms.variants("焊条电弧焊")).containsExactly("电焊", "焊接");
    }

    @Test
    void aWordInsideOfAnotherIsNotMeant() {
        assertThat(synonyms.variants("cncx")).isEmpty();
        assertThat(synonyms.variants("刺绣")).isEmpty();
        assertThat(synonyms.variants("")).isEmpty();
    }

    @Test
    void whatIsSaidAlreadyIsNoVariant() {
        assertThat(synonyms.variants("数控cnc")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "焊接           | names one word alone",
                "甲 => 乙 => 丙 | more than one =>",
                "甲, , 乙       | empty",
            })
    void aLineThatCannotBeUnderstoodIsNamed(String line, String why) {
        assertThatThrownBy(() -> Synonyms.of(List.of("电焊, 焊接", line)))
                .isInstanceOf(Synonyms.UnclearLine.class)
                .hasMessageStartingWith("Line 2")
                .hasMessageContaining(why);
    }
}
