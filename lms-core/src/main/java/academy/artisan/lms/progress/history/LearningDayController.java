package academy.artisan.lms.progress.history;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

import academy.artisan.lms.identity.Caller;
import academy.artisan.lms.support.InvalidFields;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A learner's own history, day by day. */
@RestController
class LearningDayController {

    private static final int USUAL_DAYS = 14;
    private static final int MOST_DAYS = 366;
    private static final int LAST_YEAR = 9999;

    /**
     * @param to the last day, included
     * @param timeZone where the days begin
     * @param items the days on which something was credited
     */
    record Days(LocalDate from, LocalDate to, String timeZone, List<LearningHistory.Day> items) {}

    private final LearningHistory history;
    private final Clock clock;

    LearningDayController(LearningHistory history, Clock clock) {
        this.history = history;
        this.clock = clock;
    }

    /** Of the last two weeks, unless other days are asked for. */
    @GetMapping("/api/v1/me/learning-days")
    Days mine(
            Caller caller,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate to) {
        requireCalendarYear("from", from);
        requireCalendarYear("to", to);
        var last = to == null ? LocalDate.ofInstant(clock.instant(), history.zone()) : to;
        var first = from == null ? last.minusDays(USUAL_DAYS - 1) : from;
        requireRange(first, last);
        return new Days(first, last, history.zone().getId(), history.of(caller.personId(), first, last));
    }

    /** No learner learnt in others, and not every store can name them. */
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
