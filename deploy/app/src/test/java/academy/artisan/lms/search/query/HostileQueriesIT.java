package academy.artisan.lms.search.query;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import academy.artisan.lms.search.elasticsearch.ElasticsearchCalls;
import academy.artisan.lms.testing.Academy;
import academy.artisan.lms.testing.Api;
import academy.artisan.lms.testing.StackTest;
import co.elastic.clients.elasticsearch.nodes.stats.NodeStatsMetric;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** What is asked to do harm is answered or refused, harms nobody, and keeps nobody else waiting. */
@StackTest
@ExtendWith(OutputCaptureExtension.class)
class HostileQueriesIT {

    private static final int REQUESTS = 500;
    private static final int ATTACKERS = 8;
    private static final Set<Integer> ANSWERS = Set.of(200, 400, 414, 431);

    /** Of the log of searches: no such search, a day that is none. */
    private static final Set<Integer> ANSWERS_OF_THE_LOG = Set.of(200, 204, 400, 404, 413, 422);

    @Autowired
    ApplicationContext context;

    @Autowired
    ElasticsearchCalls elasticsearch;

    @Autowired
    MeterRegistry meters;

    @LocalServerPort
    int port;

    private final long seed = Long.getLong("lms.seed", System.nanoTime());
    private Academy academy;
    private Api attacker;
    private Api learner;

    private record Answered(RawRequest request, RawRequest.Answer answer) {

        boolean isRight() {
            var usual = request.target().startsWith("/api/v1/search/courses")
                    || request.target().startsWith("/api/v1/search/suggestions");
            return (usual ? ANSWERS : ANSWERS_OF_THE_LOG).contains(answer.status()) || isRefusedUnread();
        }

        private boolean isRefusedUnread() {
            return request.target().length() > 8000 && (answer.status() == 0 || answer.status() == 400);
        }
    }

    @BeforeEach
    void enter() {
        academy = new Academy(context);
        attacker = academy.author(0);
        learner = academy.learner(academy.employer("单位"));
        for (var title :
                List.of("焊接<script>alert(1)</script>&\"'机器人", "<img src=x onerror=焊接>", "焊接\u202e\u0301👩‍🔧ﷺ㌖")) {
            academy.published(title, "<em>焊接</em>");
        }
        await().atMost(Duration.ofMinutes(1)).until(() -> total("焊接") >= 3);
    }

    @Test
    void fiveHundredHostileRequestsAreAnsweredOrRefusedAndNobodyElseNoticesThem() throws Exception {
        LoggerFactory.getLogger(HostileQueriesIT.class).info("Seed {}", seed);
        var requests = new ArrayList<>(HostileRequests.some(REQUESTS, new Random(seed), searchId()));
        Stream.of("焊接&limit=1", "焊接&limit=1&sort=NEWEST", "焊接&limit=1&sort=POPULAR", "焊接&limit=1&sort=LONGEST")
                .map(this::next)
                .flatMap(HostileQueriesIT::elsewhere)
                .forEach(requests::add);
        assertThat(requests).hasSizeGreaterThanOrEqualTo(REQUESTS);
        var rejected = rejected();
        var dropped = dropped();
        var over = new AtomicBoolean();
        var usual = CompletableFuture.supplyAsync(() -> searchUntil(over));

        var answers = new ArrayList<Answered>();
        try (var attackers = Executors.newFixedThreadPool(ATTACKERS)) {
            var calls = requests.stream()
                    .map(request -> attackers.submit(() -> new Answered(request, request.send(port, attacker.token()))))
                    .toList();
            for (var call : calls) {
                answers.add(call.get());
            }
        } finally {
            over.set(true);
        }

        assertThat(answers).as("seed " + seed).allMatch(Answered::isRight);
        assertThat(answers)
                .as("not all are refused")
                .anyMatch(one -> one.answer().status() == 200);
        answers.stream()
                .filter(one -> one.answer().status() == 200)
                .forEach(one -> assertThat(marksIn(one.answer().body()))
                        .as(one.request().toString())
                        .noneMatch(mark -> mark.replaceAll("</?em>", "").matches("(?s).*[<>].*")));
        assertThat(usual.get())
                .as("searches of somebody else meanwhile")
                .hasSizeGreaterThan(10)
                .allMatch(answer -> answer.status() == 200
                        && !answer.json().path("reduced").asBoolean()
                        && answer.json().path("total").asInt() >= 3);
        assertThat(rejected()).isEqualTo(rejected);
        assertThat(dropped()).isEqualTo(dropped);
    }

    @Test
    void whatElasticsearchRefusesIsAProblemOfTheQuestionAndIsNotRepeatedInTheLog(CapturedOutput output) {
        var secret = "geheim".repeat(300);

        assertThatThrownBy(() -> elasticsearch.search(client -> client.search(
                        search -> search.query(query -> query.regexp(
                                regexp -> regexp.field("title.exact").value(secret))),
                        Map.class)))
                .extracting("kind")
                .hasToString("INVALID");
        assertThat(output)
                .contains("Elasticsearch refuses to answer a search: ")
                .doesNotContain(secret.substring(0, 60));
    }

    private List<Api.Answer> searchUntil(AtomicBoolean over) {
        var answers = new ArrayList<Api.Answer>();
        while (!over.get()) {
            answers.add(learner.get("/api/v1/search/courses?q=%E7%84%8A%E6%8E%A5"));
        }
        return answers;
    }

    private int total(String text) {
        return learner.get("/api/v1/search/courses?q=" + RawRequest.encoded(text))
                .json()
                .path("total")
                .asInt();
    }

    private String searchId() {
        return attacker.get("/api/v1/search/courses?q=%E7%84%8A%E6%8E%A5")
                .expect(200)
                .path("searchId")
                .asString();
    }

    private String next(String query) {
        return query + "&after="
                + attacker.get("/api/v1/search/courses?q=" + query.replace("焊接", "%E7%84%8A%E6%8E%A5"))
                        .expect(200)
                        .path("next")
                        .asString();
    }

    /** A place in one search that another is to go on from. */
    private static Stream<RawRequest> elsewhere(String query) {
        var after = query.substring(query.indexOf("&after="));
        return Stream.of("?q=a", "?q=a&sort=NEWEST", "?sort=SHORTEST", "?limit=100&tag=a", "?q=%00")
                .map(other -> RawRequest.get("/api/v1/search/courses" + other + after));
    }

    private static Stream<String> marksIn(String body) {
        var items = JsonMapper.shared().readTree(body).path("items");
        return StreamSupport.stream(items.spliterator(), false)
                .flatMap(item -> item.path("highlights").valueStream())
                .flatMap(JsonNode::valueStream)
                .map(JsonNode::asString);
    }

    /** Searches that the node had no room for. */
    private long rejected() {
        return elasticsearch
                .ask(client -> client.nodes().stats(stats -> stats.metric(NodeStatsMetric.ThreadPool)))
                .nodes()
                .values()
                .stream()
                .map(node -> node.threadPool().get("search"))
                .map(Objects::requireNonNull)
                .mapToLong(pool -> Objects.requireNonNull(pool.rejected()))
                .sum();
    }

    private double dropped() {
        return meters.counter("lms.search.log.dropped").count();
    }
}
