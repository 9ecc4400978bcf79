package academy.artisan.lms.compliance;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Writes HR's report as CSV or XLSX while it is read; column names and states in the reader's language. */
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
    private static final int ROWS_IN_MEMORY = 500;

    /** Hands every line of the report to a consumer. */
    interface Lines {
        void each(Consumer<Training> consumer);
    }

    private final MessageSource messages;

    ReportExport(MessageSource messages) {
        this.messages = messages;
    }

    /**
     * UTF-8 with a byte order mark, by which Excel knows it; text that a spreadsheet would take for a formula is
     * defused.
     */
    void csv(Lines lines, OutputStream output, Locale locale) throws IOException {
        var writer = new OutputStreamWriter(output, StandardCharsets.UTF_8);
        writer.write('\uFEFF');
        var printer = new CSVPrinter(writer, CSVFormat.RFC4180);
        printer.printRecord(header(locale));
        lines.each(line -> {
            try {
                printer.printRecord(cells(line, locale).stream().map(ReportExport::defused));
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
        });
        printer.flush();
    }

    void xlsx(Lines lines, OutputStream output, Locale locale) throws IOException {
        try (var workbook = new Workbook(output, "Artisan Academy LMS", "1.0")) {
            var sheet = workbook.newWorksheet(text("report.sheet", locale));
            write(sheet, 0, header(locale));
            var row = new int[] {0};
            lines.each(line -> {
                write(sheet, ++row[0], cells(line, locale));
                if (row[0] % ROWS_IN_MEMORY == 0) {
                    flush(sheet);
                }
            });
            sheet.freezePane(0, 1);
            sheet.finish();
        }
    }

    private static void flush(Worksheet sheet) {
        try {
            sheet.flush();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static void write(Worksheet sheet, int row, List<?> cells) {
        for (var column = 0; column < cells.size(); column++) {
            switch (cells.get(column)) {
                case Number number -> sheet.value(row, column, number);
                case Object text -> sheet.inlineString(row, column, text.toString());
            }
        }
    }

    private List<String> header(Locale locale) {
        return COLUMNS.stream().map(column -> text("report." + column, locale)).toList();
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

    private static Object defused(Object cell) {
        var text = cell.toString();
        return cell instanceof String && !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : cell;
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
