package academy.artisan.lms.elasticsearch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.jayway.jsonpath.JsonPath;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ElasticsearchNodeTests {

    private NodeProcess node;

    @BeforeAll
    void start(@TempDir Path home) throws IOException {
        node = NodeProcess.start(home);
    }

    @AfterAll
    void stop() {
        node.close();
    }

    @Test
    void itSaysWhoItIsAsAStockServerDoes() throws Exception {
        var answer = node.get("/");

        assertThat(answer.headers().firstValue("X-elastic-product")).hasValue("Elasticsearch");
        assertThat(JsonPath.<String>read(answer.body(), "$.version.number")).startsWith("9.");
        assertThat(node.call("HEAD", "/", "").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'analyzer':'smartcn','text':'焊接机器人编程'}|焊接 机器人 编程",
                "{'analyzer':'cjk','text':'焊接机器人'}|焊接 接机 机器 器人",
                "{'tokenizer':'standard','filter':['cjk_width','lowercase'],'text':'ＰＬＣ'}|plc",
                "{'tokenizer':'keyword','filter':[{'type':'edge_ngram','min_gram':1,'max_gram':3}],'text':'hjjqr'}|h hj hjj",
                "{'tokenizer':'standard','filter':['asciifolding'],'text':'Café'}|Cafe",
                "{'tokenizer':'standard','filter':[{'type':'cjk_bigram','output_unigrams':true}],'text':'焊接'}|焊 焊接 接",
                "{'tokenizer':'whitespace','char_filter':['html_strip'],'text':'<b>6</b>轴'}|6轴",
                "{'tokenizer':'whitespace','char_filter':[{'type':'mapping','mappings':['六=>6']}],'text':'六轴'}|6轴",
            })
    void itAnalysesUnderTheNamesOfAStockServer(String request, String tokens) throws Exception {
        var answer = node.call("POST", "/_analyze", request.replace('\'', '"'));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(JsonPath.<List<String>>read(answer.body(), "$.tokens[*].token"))
                .containsExactly(tokens.split(" "));
    }

    @Test
    void whatItAcknowledgedSurvivesKill(@TempDir Path home) throws Exception {
        try (var first = NodeProcess.start(home)) {
            var answer = first.call("POST", "/courses/_bulk", bulk(500));
            assertThat(JsonPath.<Boolean>read(answer.body(), "$.errors")).isFalse();
            first.kill();
        }
        try (var second = NodeProcess.start(home)) {
            second.get("/_cluster/health/courses?wait_for_status=yellow&timeout=30s");
            second.call("POST", "/courses/_refresh", "");
            var answer = second.get("/courses/_count?q=title:" + "%E7%84%8A");
            assertThat(JsonPath.<Integer>read(answer.body(), "$.count")).isEqualTo(500);
        }
    }

    @Test
    void itStopsInOrderOnSignalAndWhenItsParentIsGone(@TempDir Path home) throws Exception {
        try (var first = NodeProcess.start(home)) {
            assertThat(first.terminate()).isEqualTo(128 + 15);
        }
        try (var second = NodeProcess.start(home)) {
            assertThat(second.endInput()).isZero();
        }
        assertThat(home.resolve("log.txt")).content().contains("closed");
    }

    private static String bulk(int count) {
        return IntStream.range(0, count).mapToObj("""
                        {"index":{"_id":"%d"}}
                        {"title":"焊接机器人"}
                        """::formatted).collect(Collectors.joining());
    }
}
