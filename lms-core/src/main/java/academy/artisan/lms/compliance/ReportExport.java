package academy.artisan.lms.compliance;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;

import academy.artisan.lms.support.TableExport;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** HR's report as a table; column names and states in the reader's language. */
@Component
class ReportExport {

    private static final List<String> COLUMNS = List.of(
            "personId",
            "name",
            "staffNumber",
            "unit",
            "courseId",
            "courseTitle",
            "state",
            "percent",
            "hours",
            "dueOn",
            "completedAt");

    /** Hands every line of the report to a consumer. */
    interface Lines {
        void each(Consumer<Training> consumer);
    }

    private final MessageSource messages;

    ReportExport(MessageSource messages) {
        this.messages = messages;
    }

    TableExport table(Lines lines, Locale locale) {
        return new TableExport(
                text("report.sheet", locale),
                COLUMNS.stream().map(column -> text("report." + column, locale)).toList(),
                consumer -> lines.each(line -> consumer.accept(cells(line, locale))));
    }

    private List<Object> cells(Training line, Locale locale) {
        return List.of(
                line.personId(),
                line.name(),
                line.staffNumber(),
                line.unitName(),
                line.courseId(),
                line.courseTitle(),
                text("report.state." + line.state(), locale),
                line.percent(),
                line.hours(),
                Objects.requireNonNullElse(line.dueOn(), ""),
                Objects.requireNonNullElse(line.completedAt(), ""));
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
