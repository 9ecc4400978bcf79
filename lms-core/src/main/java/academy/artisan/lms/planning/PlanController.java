package academy.artisan.lms.planning;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;

import academy.artisan.lms.course.GroupId;
import academy.artisan.lms.identity.Caller;
import academy.artisan.lms.support.EntityTags;
import academy.artisan.lms.support.TableExport;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The plan of a group for a year. */
@RestController
@RequestMapping("/api/v1/groups/{groupId}/plans/{year}")
class PlanController {

    /** @param progress one entry for each kind of work */
    record Plan(GroupId groupId, int year, List<PlanProgress> progress, List<PlanItemView> items) {}

    record CarriedOver(int year, List<PlanItemView> items) {}

    private final Planning planning;
    private final PlanOverview overview;
    private final PlanExport export;

    PlanController(Planning planning, PlanOverview overview, PlanExport export) {
        this.planning = planning;
        this.overview = overview;
        this.export = export;
    }

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    Plan read(
            Caller caller,
            @PathVariable GroupId groupId,
            @PathVariable @Min(Planning.FIRST_YEAR) @Max(Planning.LAST_YEAR) int year) {
        var items = planning.plan(caller, groupId, year);
        return new Plan(groupId, year, overview.progress(groupId, year), items);
    }

    @GetMapping(produces = TableExport.CSV)
    void readAsCsv(
            Caller caller,
            @PathVariable GroupId groupId,
            @PathVariable @Min(Planning.FIRST_YEAR) @Max(Planning.LAST_YEAR) int year,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        var table = export.table(planning.plan(caller, groupId, year), locale);
        attach(response, year, TableExport.CSV + ";charset=UTF-8", "csv");
        table.csv(response.getOutputStream());
    }

    @GetMapping(produces = TableExport.XLSX)
    void readAsXlsx(
            Caller caller,
            @PathVariable GroupId groupId,
            @PathVariable @Min(Planning.FIRST_YEAR) @Max(Planning.LAST_YEAR) int year,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        var table = export.table(planning.plan(caller, groupId, year), locale);
        attach(response, year, TableExport.XLSX, "xlsx");
        table.xlsx(response.getOutputStream());
    }

    @PostMapping("/items")
    ResponseEntity<PlanItemView> add(
            Caller caller,
            @PathVariable GroupId groupId,
            @PathVariable @Min(Planning.FIRST_YEAR) @Max(Planning.LAST_YEAR) int year,
            @Valid @RequestBody PlanItemForm item) {
        var added = planning.add(caller, groupId, year, item);
        return ResponseEntity.created(URI.create("/api/v1/plan-items/" + added.id()))
                .eTag(EntityTags.of(added.revision()))
                .body(added);
    }

    @PostMapping("/carry-over")
    CarriedOver carryOver(
            Caller caller,
            @PathVariable GroupId groupId,
            @PathVariable @Min(Planning.FIRST_YEAR) @Max(Planning.LAST_YEAR - 1) int year) {
        return new CarriedOver(year + 1, planning.carryOver(caller, groupId, year));
    }

    private static void attach(HttpServletResponse response, int year, String type, String extension) {
        response.setContentType(type);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("plan-%d.%s".formatted(year, extension))
                        .build()
                        .toString());
    }
}
