package academy.artisan.lms.search.log;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PopularQueryTests {

    private final PopularQuery query = PopularQuery.of("焊接机器人");

    @ParameterizedTest
    @ValueSource(strings = {"焊", "焊接机", "han", "hanjieji", "han jie", "hj", "hjjqr", "焊接ji", "焊接jqr"})
    void itIsFoundByCharactersPinyinInitialsAndCharactersFirst(String typed) {
        assertThat(query.beginsWith(PopularQuery.Typed.of(typed))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"接", "汉", "汉界ji", "jie", "jqr", "焊接 ", "焊接jie", "?"})
    void itIsNotFoundByWhatItDoesNotBeginWith(String typed) {
        assertThat(query.beginsWith(PopularQuery.Typed.of(typed))).isFalse();
    }
}
