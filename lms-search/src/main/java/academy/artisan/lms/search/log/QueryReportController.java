package academy.artisan.lms.search.log;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

import academy.artisan.lms.identity.Caller;
import academy.artisan.lms.support.InvalidFields;
import academy.artisan.lms.support.Page;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What learners search for, for those who write courses. */
@RestController
class QueryReportController {

    private static final int LONGEST = 200;
    private static final int LONGEST_CURSOR = 400;
    private static final int USUAL_DAYS = 90;
    private static final int MOST_DAYS = 366;
    private static final int LAST_YEAR = 9999;

    private final QueryReport report;
    private final ZoneId zone;
    private final Clock clock;

    QueryReportController(QueryReport report, @Value("${lms.time-zone:Asia/Shanghai}") ZoneId zone, Clock clock) {
        this.report = report;
        this.zone = zone;
        this.clock = clock;
    }

    /** Of the last 90 days, unless other days are asked for. */
    @GetMapping("/api/v1/search/queries")
    Page<AskedQuery> queries(
            Caller caller,
            @RequestParam(defaultValue = "POPULAR") QueryState state,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate to,
            @RequestParam(required = false) @Size(max = LONGEST) @Nullable String field,
            @RequestParam(required = false) @Size(max = LONGEST_CURSOR) @Nullable String after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Page.MAX_LIMIT) int limit) {
        requireCalendarYear("from", from);
        requireCalendarYear("to", to);
        var last = to == null ? LocalDate.ofInstant(clock.instant(), zone) : to;
        var first = from == null ? last.minusDays(USUAL_DAYS - 1) : from;
        requireRange(first, last);
        var question = new QueryReport.Question(state, first, last, field);
        return report.page(caller, question, QueryCursor.parse(after), limit);
    }

    private static void requireCalendarYear(String field, @Nullable LocalDate day) {
        if (day != null && (day.getYear() < 1 || day.getYear() > LAST_YEAR)) {
            throw new InvalidFields(field, "CalendarYear", "is not in the years 1 to 9999");
        }
    }

    private static void requireRange(LocalDate first, LocalDate last) {
        if (last.isBefore(first)) {
            throw new InvalidFields("to", "NotBeforeFrom", "is before the first day");
        }
        if (ChronoUnit.DAYS.between(first, last) >= MOST_DAYS) {
            throw new InvalidFields("from", "DaysOfAYear", "is so far back that these are more than 366 days");
        }
    }
}
