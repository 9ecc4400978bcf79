package academy.artisan.lms.search.shelf;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LevelsTests {

    @Test
    void levelsStandOnOneLadderHoweverTheyAreWritten() {
        assertThat(Levels.step("初级")).isEqualTo(Levels.step("BASIC")).isEqualTo(1);
        assertThat(Levels.step(" 高级 ")).isEqualTo(Levels.step("ADVANCED")).isEqualTo(3);
        assertThat(Levels.step("高级技师")).isEqualTo(5);
        assertThat(Levels.step("公开课")).isNull();
    }
}
