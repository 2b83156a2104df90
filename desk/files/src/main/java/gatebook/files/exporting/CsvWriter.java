package gatebook.files.exporting;

import gatebook.rules.entry.Entry;
import gatebook.rules.entry.Field;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Comma-separated values by RFC 4180. A byte-order mark stands first, since Excel takes a file without one for the old
 * code page and shows Hindi as gibberish. A text that a spreadsheet would run as a formula gets an apostrophe before it
 * (OWASP, CSV injection).
 */
final class CsvWriter implements EntryWriter {
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd'T'HH:mm:ss.SSSXXX")
            .toFormatter(Locale.ROOT);

    private final ZoneId zone;
    private final CSVPrinter printer;

    CsvWriter(OutputStream out, ZoneId zone) throws IOException {
        this.zone = zone;
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.write(BYTE_ORDER_MARK);
        printer = new CSVPrinter(text, CSVFormat.RFC4180);
        for (Field column : Cell.COLUMNS) {
            printer.print(column.text());
        }
        printer.println();
    }

    @Override
    public void write(Entry entry) throws IOException {
        for (Field column : Cell.COLUMNS) {
            printer.print(
                    switch (Cell.of(column, entry)) {
                        case Cell.Empty() -> "";
                        case Cell.Text(String text) -> guarded(text);
                        case Cell.Whole(long number) -> Long.toString(number);
                        case Cell.Amount(var money) -> money.major().toPlainString();
                        case Cell.Time(Instant at) -> TIME.format(at.atZone(zone));
                    });
        }
        printer.println();
    }

    /** The text as a spreadsheet will show it and not run it; spaces before the sign are no protection. */
    static String guarded(String text) {
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if ("=+-@\t\r\n＝＋－＠".indexOf(c) >= 0) {
                return "'" + text;
            }
            if (!Character.isWhitespace(c) && !Character.isSpaceChar(c)) {
                return text;
            }
        }
        return text;
    }

    @Override
    public void finish() throws IOException {
        printer.flush();
    }
}
