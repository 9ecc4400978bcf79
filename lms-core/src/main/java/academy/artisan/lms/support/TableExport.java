package academy.artisan.lms.support;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Writes a table as CSV or XLSX while it is read, so that memory does not grow with it.
 *
 * @param sheet the name of the XLSX sheet
 * @param header the names of the columns
 * @param lines hands every line to a consumer; a cell is a number or something that is written as text
 */
public record TableExport(String sheet, List<String> header, Lines lines) {

    public static final String CSV = "text/csv";
    public static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final int ROWS_IN_MEMORY = 500;
    private static final int LONGEST_CELL = 32_767;
    /** With these a spreadsheet begins a formula, some in their full width too. */
    private static final String FORMULA_BEGINS = "=+-@\t\r\n＝＋－＠";

    /** The lines of a table, one after the other. */
    public interface Lines {
        void each(Consumer<List<?>> consumer);
    }

    /**
     * UTF-8 with a byte order mark, by which Excel knows it; text that a spreadsheet would take for a formula is
     * defused.
     */
    public void csv(OutputStream output) throws IOException {
        var writer = new OutputStreamWriter(output, StandardCharsets.UTF_8);
        writer.write('\uFEFF');
        var printer = new CSVPrinter(writer, CSVFormat.RFC4180);
        printer.printRecord(header);
        lines.each(line -> {
            try {
                printer.printRecord(line.stream().map(TableExport::defused));
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
        });
        printer.flush();
    }

    /** Text is written as text, never as a formula. */
    public void xlsx(OutputStream output) throws IOException {
        try (var workbook = new Workbook(output, "Artisan Academy LMS", "1.0")) {
            var worksheet = workbook.newWorksheet(sheet);
            write(worksheet, 0, header);
            var row = new int[] {0};
            lines.each(line -> {
                write(worksheet, ++row[0], line);
                if (row[0] % ROWS_IN_MEMORY == 0) {
                    flush(worksheet);
                }
            });
            worksheet.freezePane(0, 1);
            worksheet.finish();
        }
    }

    private static void flush(Worksheet worksheet) {
        try {
            worksheet.flush();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static void write(Worksheet worksheet, int row, List<?> cells) {
        for (var column = 0; column < cells.size(); column++) {
            switch (cells.get(column)) {
                case Number number -> worksheet.value(row, column, number);
                case Object text -> worksheet.inlineString(row, column, fitting(text.toString()));
            }
        }
    }

    private static String fitting(String text) {
        return text.length() <= LONGEST_CELL ? text : text.substring(0, LONGEST_CELL - 1) + "…";
    }

    private static Object defused(Object cell) {
        var text = cell.toString();
        var risky = cell instanceof String && !text.isEmpty() && FORMULA_BEGINS.indexOf(text.charAt(0)) >= 0;
        return risky ? "'" + text : cell;
    }
}
