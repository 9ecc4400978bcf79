package academy.artisan.lms.compliance;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.identity.Caller;
import academy.artisan.lms.identity.PersonId;
import academy.artisan.lms.organization.UnitId;
import academy.artisan.lms.organization.Units;
import academy.artisan.lms.support.Page;
import academy.artisan.lms.support.TableExport;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** HR's pages. */
@RestController
@RequestMapping("/api/v1/hr/units/{unitId}")
class HrController {

    /** @param personIds those of whom it is required; none means everybody in the unit, those who join later too */
    record Audience(@Nullable @Size(max = 10_000) List<@NotNull PersonId> personIds) {}

    record NewRequiredTraining(
            @NotNull CourseId courseId,
            @NotNull LocalDate dueOn,
            @Nullable @Valid Audience audience) {

        List<PersonId> people() {
            return audience == null || audience.personIds() == null ? List.of() : audience.personIds();
        }
    }

    private final Compliance compliance;
    private final ReportExport export;
    private final Units units;

    HrController(Compliance compliance, ReportExport export, Units units) {
        this.compliance = compliance;
        this.export = export;
        this.units = units;
    }

    @GetMapping(path = "/completions", produces = MediaType.APPLICATION_JSON_VALUE)
    Page<Training> completions(
            Caller caller,
            @PathVariable UnitId unitId,
            @RequestParam(required = false) @Nullable CourseId courseId,
            @RequestParam(required = false) @Nullable TrainingState state,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Page.MAX_LIMIT) int limit) {
        return compliance.completions(caller, unitId, new TrainingFilter(courseId, state), after, limit);
    }

    @GetMapping(path = "/completions", produces = TableExport.CSV)
    void completionsAsCsv(
            Caller caller,
            @PathVariable UnitId unitId,
            @RequestParam(required = false) @Nullable CourseId courseId,
            @RequestParam(required = false) @Nullable TrainingState state,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        attach(caller, unitId, response, TableExport.CSV + ";charset=UTF-8", "csv");
        export.table(lines(caller, unitId, courseId, state), locale).csv(response.getOutputStream());
    }

    @GetMapping(path = "/completions", produces = TableExport.XLSX)
    void completionsAsXlsx(
            Caller caller,
            @PathVariable UnitId unitId,
            @RequestParam(required = false) @Nullable CourseId courseId,
            @RequestParam(required = false) @Nullable TrainingState state,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        attach(caller, unitId, response, TableExport.XLSX, "xlsx");
        export.table(lines(caller, unitId, courseId, state), locale).xlsx(response.getOutputStream());
    }

    @PostMapping("/required-trainings")
    @ResponseStatus(HttpStatus.CREATED)
    RequiredTraining require(
            Caller caller, @PathVariable UnitId unitId, @Valid @RequestBody NewRequiredTraining request) {
        return compliance.require(caller, unitId, request.courseId(), request.dueOn(), request.people());
    }

    private ReportExport.Lines lines(
            Caller caller, UnitId unitId, @Nullable CourseId courseId, @Nullable TrainingState state) {
        return consumer -> compliance.export(caller, unitId, new TrainingFilter(courseId, state), consumer);
    }

    /** Refuses before the answer has begun; from then on the status cannot change any more. */
    private void attach(Caller caller, UnitId unitId, HttpServletResponse response, String type, String extension) {
        var unit = units.getForHr(caller, unitId);
        response.setContentType(type);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("completions-%s.%s".formatted(unit.path(), extension))
                        .build()
                        .toString());
    }
}
