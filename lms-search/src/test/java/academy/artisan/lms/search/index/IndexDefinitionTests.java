package academy.artisan.lms.search.index;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class IndexDefinitionTests {

    /**
     * Of two releases that run side by side, the one with the higher format replaces the index of the other. If they
     * were equal and the definitions were not, each would replace that of the other for ever.
     */
    @Test
    void whoeverChangesADefinitionCountsItsFormatUp() {
        var courses = IndexDefinition.of("courses", true);
        var passages = IndexDefinition.of("passages", true);

        assertThat(courses.format()).isEqualTo(3);
        assertThat(courses.digest()).isEqualTo("6074d07f6269");
        assertThat(passages.format()).isEqualTo(2);
        assertThat(passages.digest()).isEqualTo("b2e1ab0b1883");
    }

    @Test
    void withoutThePluginThereArePairsInThePlaceOfWords() {
        assertThat(IndexDefinition.of("courses", true).json()).contains("smartcn");
        assertThat(IndexDefinition.of("courses", false))
                .satisfies(fallback -> assertThat(fallback.json()).doesNotContain("smartcn"))
                .satisfies(fallback -> assertThat(fallback.digest())
                        .isNotEqualTo(IndexDefinition.of("courses", true).digest()));
    }
}
