package academy.artisan.lms.search.passage;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MarksTests {

    private static Marks marks(String text) {
        return new Marks(text.replace("[", Marks.OPENING).replace("]", Marks.CLOSING));
    }

    @Test
    void theMarksAreTheOnlyMarkup() {
        var marks = marks("a<b> & “c” [焊枪]");
        assertThat(marks.html()).isEqualTo("a&lt;b&gt; &amp; “c” <em>焊枪</em>");
        assertThat(marks.text()).isEqualTo("a<b> & “c” 焊枪");
    }

    @Test
    void placesAreCountedInTheTextItself() {
        assertThat(marks("<先>[查][焊枪]").first()).isEqualTo(3);
        assertThat(marks("没有").first()).isZero();
    }
}
