package academy.artisan.lms.media.storage;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BucketRulesTests {

    private static final String LIFECYCLE_OF_OPERATOR = """
            <LifecycleConfiguration xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Rule>\
            <ID>tidy-exports</ID><Status>Enabled</Status><Filter><Prefix>exports/</Prefix></Filter>\
            <Expiration><Days>30</Days></Expiration></Rule></LifecycleConfiguration>""";

    private static final String CORS_OF_OPERATOR = """
            <CORSConfiguration xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><CORSRule>\
            <ID>reports</ID><AllowedOrigin>https://reports.example</AllowedOrigin>\
            <AllowedMethod>GET</AllowedMethod></CORSRule></CORSConfiguration>""";

    private RecordingStore server;

    @BeforeEach
    void start() throws IOException {
        server = new RecordingStore();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void rulesAreSetOnceWhereThereAreNone() throws Exception {
        assertThat(report("*"))
                .containsEntry("private", "yes")
                .containsEntry("lifecycle", "yes")
                .containsEntry("cors", "yes");
        assertThat(server.rules.get("lifecycle"))
                .containsPattern("<AbortIncompleteMultipartUpload>\\s*<DaysAfterInitiation>8<")
                .contains("<ID>lms-unfinished-uploads</ID>", "<Status>Enabled</Status>");
        assertThat(server.rules.get("cors"))
                .contains("<AllowedOrigin>*</AllowedOrigin>", "<AllowedMethod>PUT</AllowedMethod>")
                .contains("<AllowedMethod>GET</AllowedMethod>", "<ExposeHeader>ETag</ExposeHeader>");

        var before = puts();
        assertThat(report("*")).containsEntry("lifecycle", "yes").containsEntry("cors", "yes");
        assertThat(puts()).isEqualTo(before);
    }

    @Test
    void whatTheOperatorSetStaysBesideThem() throws Exception {
        server.rules.put("lifecycle", LIFECYCLE_OF_OPERATOR);
        server.rules.put("cors", CORS_OF_OPERATOR);
        assertThat(report("https://academy.example"))
                .containsEntry("lifecycle", "yes")
                .containsEntry("cors", "yes");
        assertThat(server.rules.get("lifecycle"))
                .contains("<ID>tidy-exports</ID>", "<Prefix>exports/</Prefix>", "<Days>30</Days>")
                .contains("<ID>lms-unfinished-uploads</ID>");
        assertThat(server.rules.get("cors"))
                .contains("<ID>reports</ID>", "<AllowedOrigin>https://reports.example</AllowedOrigin>")
                .contains("<AllowedOrigin>https://academy.example</AllowedOrigin>");

        report("https://elsewhere.example");
        assertThat(server.rules.get("cors"))
                .contains("<ID>reports</ID>", "https://elsewhere.example")
                .doesNotContain("https://academy.example");
    }

    @Test
    void ownExpiryOfTheOperatorIsEnough() throws Exception {
        server.rules.put(
                "lifecycle",
                LIFECYCLE_OF_OPERATOR
                        .replace("<Prefix>exports/</Prefix>", "<Prefix></Prefix>")
                        .replace(
                                "<Expiration><Days>30</Days></Expiration>",
                                "<AbortIncompleteMultipartUpload><DaysAfterInitiation>3</DaysAfterInitiation></AbortIncompleteMultipartUpload>"));
        assertThat(report("*")).containsEntry("lifecycle", "yes");
        assertThat(puts()).containsExactly("PUT /media?cors=");
    }

    @Test
    void whatTheStoreDoesNotDoIsReported() throws Exception {
        server.refused.put("cors", "NotImplemented");
        server.forgotten.add("lifecycle");
        assertThat(report("*"))
                .containsEntry("lifecycle", "taken and not kept by this store")
                .containsEntry(
                        "cors",
                        "not supported by this store (NotImplemented), which does not let these pages in: it has to be set there");

        server.refused.put("lifecycle", "AccessDenied");
        assertThat(report("*")).containsEntry("lifecycle", "refused by this store (AccessDenied)");
    }

    @Test
    void bucketThatEverybodyMayReadIsReportedAndLeftAsItIs() throws Exception {
        for (var everybody : List.of("\"*\"", "{\"AWS\": [\"*\"]}", "{\"AWS\":\"*\"}")) {
            server.rules.put("policy", policyFor(everybody));
            assertThat(report("*").get("private")).startsWith("no: ");
        }
        server.rules.put("policy", policyFor("{\"AWS\": \"arn:aws:iam::1:user/lms\"}"));
        assertThat(report("*")).containsEntry("private", "yes");
        assertThat(puts()).noneMatch(request -> request.contains("policy"));
    }

    @Test
    void bucketIsNamedInThePathAndTheRegionInTheSignature() throws Exception {
        report("*");
        assertThat(server.requests()).allMatch(request -> request.contains(" /media"));
        assertThat(server.authorizations()).allMatch(header -> header.contains("/cn-north-7/s3/aws4_request"));
    }

    private static String policyFor(String principal) {
        return """
                {"Statement": [{"Effect": "Allow", "Principal": %s, "Action": "s3:GetObject"}]}""".formatted(principal);
    }

    private List<String> puts() {
        return server.requests().stream()
                .filter(request -> request.startsWith("PUT"))
                .toList();
    }

    @Test
    void whatPagesMayDoIsAskedAtTheAddressThatBrowsersUse() throws Exception {
        server.refused.put("cors", "NotImplemented");
        try (var front = new RecordingStore()) {
            report("*", front.address("http"));
            assertThat(front.requests()).containsExactly("OPTIONS /media/page");
        }
        assertThat(server.requests()).noneMatch(request -> request.startsWith("OPTIONS"));
    }

    @Test
    void ownRuleOfWhichTheStoreTellsNotEverythingIsSetAnew() throws Exception {
        server.rules.put("cors", CORS_OF_OPERATOR.replace("reports<", "lms-pages<"));
        assertThat(report("https://reports.example")).containsEntry("cors", "yes");
        assertThat(server.rules.get("cors")).contains("<ExposeHeader>ETag</ExposeHeader>");
    }

    @Test
    void answerThatNobodyThoughtOfIsReportedAndEndsNothing() {
        assertThat(BucketRules.told(() -> {
                    throw new NullPointerException("no such field");
                }))
                .contains("not understood", "no such field");
    }

    @Test
    void storeWaitsLongerThanTheApplicationByAtLeastADay() {
        assertThat(days(Duration.ofDays(7))).isEqualTo(8);
        assertThat(days(Duration.ofDays(30))).isEqualTo(31);
        assertThat(days(Duration.ofHours(7 * 24 + 1))).isEqualTo(9);
    }

    private static int days(Duration abandonedAfter) {
        return new UnfinishedUploadProperties(abandonedAfter).daysInStore();
    }

    private Map<String, String> report(String origin) throws Exception {
        return report(origin, null);
    }

    private Map<String, String> report(String origin, @Nullable URI publicEndpoint) throws Exception {
        var store = new S3Properties(
                server.address("http"), publicEndpoint, null, "key", "secret-key", "cn-north-7", "media");
        try (var minio = new StorageConfiguration().minio(store)) {
            var rules = new BucketRules(
                    minio,
                    store,
                    new UnfinishedUploadsRule(minio, store, new UnfinishedUploadProperties(Duration.ofDays(7))),
                    new PagesRule(minio, store, new BucketRuleProperties(List.of(origin))));
            rules.apply();
            return rules.report();
        }
    }
}
