package academy.artisan.lms.planning;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;

import academy.artisan.lms.course.GroupId;
import academy.artisan.lms.identity.PersonId;
import academy.artisan.lms.support.TableExport;
import academy.artisan.lms.testing.Academy;
import academy.artisan.lms.testing.Api;
import academy.artisan.lms.testing.RequestWork;
import academy.artisan.lms.testing.StackTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.w3c.dom.Document;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

@StackTest
class PlanOverviewIT {

    private static final String FORMULA = "=HYPERLINK(\"https://example.org\",\"看这里\")";

    @Autowired
    ApplicationContext context;

    @Autowired
    RequestWork work;

    @TempDir
    Path folder;

    private Academy academy;
    private Api admin;
    private GroupId group;
    private Api lead;
    private PersonId leadId;

    @BeforeEach
    void foundAGroup() {
        academy = new Academy(context);
        admin = academy.admin();
        group = academy.newGroup(admin);
        lead = academy.lead(group);
        leadId = Academy.idOf(lead);
    }

    @Test
    void aYearAtAGlanceCountsStatesMilestonesAndWhatIsLate() {
        add(2020, item("PLANNED"));
        add(2020, item("UNDER_WAY", Plans.milestone("2020-05-01", "2020-05-02"), Plans.milestone("2020-08-01", null)));
        add(2020, item("DONE", Plans.milestone("2020-05-01", "2020-05-02")));
        add(2020, Plans.item(leadId, "kind", "TRAINING"));
        var progress = plan(2020).path("progress");
        assertThat(progress.valueStream().map(kind -> kind.path("kind").asString()))
                .containsExactly("COURSE_DEVELOPMENT", "TEXTBOOK", "TRAINING", "TECHNICAL_PROBLEM");
        var textbook = progress.path(1);
        assertThat(textbook.path("items").asInt()).isEqualTo(3);
        assertThat(textbook.path("planned").asInt()).isEqualTo(1);
        assertThat(textbook.path("underWay").asInt()).isEqualTo(1);
        assertThat(textbook.path("done").asInt()).isEqualTo(1);
        assertThat(textbook.path("givenUp").asInt()).isZero();
        assertThat(textbook.path("milestones").asInt()).isEqualTo(3);
        assertThat(textbook.path("milestonesDone").asInt()).isEqualTo(2);
        assertThat(textbook.path("overdue").asInt()).isEqualTo(2);
        assertThat(progress.at("/0/items").asInt()).isZero();
        assertThat(progress.at("/2/overdue").asInt()).isEqualTo(1);
    }

    @Test
    void whatLiesAheadIsNotLateButAMilestoneThatHasPassedIs() {
        add(2099, item("UNDER_WAY", Plans.milestone("2099-08-01", null)));
        assertThat(plan(2099).at("/items/0/overdue").asBoolean()).isFalse();
        assertThat(plan(2099).at("/progress/1/overdue").asInt()).isZero();
    }

    @Test
    void aPlanOfManyItemsCostsNoMoreThanOfOne() {
        add(2026, item("PLANNED"));
        work.reset();
        plan(2026);
        var ofOne = work.counted().sqlStatements();
        IntStream.range(0, 30).forEach(number -> add(2026, item("PLANNED", Plans.milestone("2026-05-01", null))));
        work.reset();
        assertThat(plan(2026).path("items").size()).isEqualTo(31);
        assertThat(work.counted().sqlStatements()).isEqualTo(ofOne).isLessThanOrEqualTo(5);
    }

    @Test
    void administratorsSeeAllGroupsAtAGlanceAtTheCostOfOne() {
        add(2031, item("PLANNED"));
        work.reset();
        var year = admin.get("/api/v1/plans/2031").expect(200);
        assertThat(work.counted().sqlStatements()).isLessThanOrEqualTo(3);
        var ours = year.path("items")
                .valueStream()
                .filter(entry -> entry.at("/group/id").asString().equals(group.toString()))
                .toList();
        assertThat(ours)
                .singleElement()
                .satisfies(entry ->
                        assertThat(entry.at("/progress/1/planned").asInt()).isEqualTo(1));
        assertThat(year.path("items").size()).isGreaterThanOrEqualTo(9);
        lead.get("/api/v1/plans/2031").expectProblem(403, "not-allowed");
        admin.get("/api/v1/plans/99999").expectProblem(400, "invalid-request");
    }

    @Test
    void whatIsUnfinishedIsCarriedOverOnce() {
        add(2024, item("DONE"));
        var unfinished = add(
                2024,
                item("UNDER_WAY", Plans.milestone("2024-02-29", null), Plans.milestone("2024-04-01", "2024-03-30")));
        var path = "/api/v1/groups/%s/plans/2024/carry-over".formatted(group);
        lead.post(path).expect(200);
        var again = lead.post(path).expect(200);
        assertThat(again.path("year").asInt()).isEqualTo(2025);
        assertThat(again.path("items").size()).isEqualTo(1);
        var carried = plan(2025).at("/items/0");
        assertThat(carried.path("carriedFrom")).isEqualTo(unfinished.path("id"));
        assertThat(carried.path("id")).isNotEqualTo(unfinished.path("id"));
        assertThat(carried.path("fromMonth").asInt()).isEqualTo(1);
        assertThat(carried.path("toMonth").asInt()).isEqualTo(7);
        assertThat(carried.path("milestones").size()).isEqualTo(1);
        assertThat(carried.at("/milestones/0/dueOn").asString()).isEqualTo("2025-02-28");
        assertThat(plan(2024).path("items").size()).isEqualTo(2);
        var trail = lead.get("/api/v1/groups/%s/audit?action=plan-carried-over".formatted(group))
                .expect(200);
        assertThat(trail.path("items").size()).isEqualTo(1);
        lead.post("/api/v1/groups/%s/plans/2100/carry-over".formatted(group)).expectProblem(400, "invalid-request");
    }

    @Test
    void aTableForASpreadsheetDefusesFormulas() {
        add(2026, Plans.item(leadId, "title", FORMULA));
        var csv = lead.header("Accept", "text/csv").get(path(2026));
        assertThat(csv.status()).isEqualTo(200);
        assertThat(csv.text()).startsWith("\uFEFFkind,title,owner").contains(",\"'=HYPERLINK(");
        assertThat(csv.header("Content-Disposition")).contains("plan-2026.csv");
        academy.reviewer(0).header("Accept", "text/csv").get(path(2026)).expectProblem(403, "not-allowed");
    }

    @Test
    void aWorkbookHoldsTheSameAsText() throws Exception {
        var item = Plans.item(leadId, "title", FORMULA);
        item.put("description", "控制符\u0001<&>\"");
        item.put("milestones", List.of(Plans.milestone("2026-05-01", null)));
        item.put("outcomes", List.of(Plans.outcome("DOCUMENT", null, "https://example.org/a?b=1&c=2")));
        add(2026, item);
        var sheet = sheet(workbook(lead, "en"));
        var cells = sheet.getElementsByTagName("c");
        var texts = IntStream.range(0, cells.getLength())
                .mapToObj(number -> cells.item(number).getTextContent())
                .toList();
        assertThat(texts)
                .startsWith("kind", "title", "owner", "fromMonth", "toMonth", "state", "overdue")
                .contains("TEXTBOOK", FORMULA, "3", "9", "PLANNED", "课程标准 https://example.org/a?b=1&c=2");
        assertThat(texts.getLast()).startsWith("控制符").endsWith("<&>\"");
        assertThat(sheet.getElementsByTagName("f").getLength()).as("formulas").isZero();
    }

    @Test
    void columnsAreNamedInTheLanguageOfTheReader() throws Exception {
        add(2026, item("UNDER_WAY"));
        var text = sheet(workbook(lead, "zh-CN")).getDocumentElement().getTextContent();
        assertThat(text).contains("类别", "负责人", "教材编写", "进行中");
        lead.header("Accept", "application/pdf").get(path(2026)).expect(406);
    }

    private Map<String, @Nullable Object> item(String state, Object... milestones) {
        var item = Plans.item(leadId, "state", state);
        item.put("milestones", List.of(milestones));
        return item;
    }

    private JsonNode add(int year, Map<String, @Nullable Object> item) {
        return lead.post(path(year) + "/items", item).expect(201);
    }

    private JsonNode plan(int year) {
        return lead.get(path(year)).expect(200);
    }

    private String path(int year) {
        return "/api/v1/groups/%s/plans/%d".formatted(group, year);
    }

    private byte[] workbook(Api reader, String language) {
        var answer = new Api(
                        reader.address(),
                        reader.token(),
                        Map.of("Accept", TableExport.XLSX, "Accept-Language", language))
                .get(path(2026));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith(TableExport.XLSX);
        return answer.response().body();
    }

    private Document sheet(byte[] workbook) throws Exception {
        var file = Files.write(folder.resolve("plan.xlsx"), workbook);
        try (var zip = new ZipFile(file.toFile())) {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml")));
        }
    }
}
