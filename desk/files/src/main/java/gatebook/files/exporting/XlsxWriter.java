package gatebook.files.exporting;

import gatebook.rules.entry.Entry;
import gatebook.rules.entry.Field;
import gatebook.rules.money.Money;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.ZoneId;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * An Excel workbook: amounts and times are numbers, everything else is text, so that 0012 keeps its zeros and no cell is
 * ever a formula. A sheet holds {@value #ROWS_A_SHEET_MAX} entries; more go to a further sheet.
 */
final class XlsxWriter implements EntryWriter {
    static final int ROWS_A_SHEET_MAX = 1_000_000;

    private static final int ROWS_HELD_MAX = 500;
    private static final String TIME_FORMAT = "yyyy-mm-dd hh:mm:ss";
    private static final String HEADER_COLOUR = "1F3A5F";
    private static final String WHITE = "FFFFFF";

    private final Workbook book;
    private final ZoneId zone;
    private Worksheet sheet;
    private int sheets = 1;
    private int row = 1;

    XlsxWriter(OutputStream out, ZoneId zone) {
        this.zone = zone;
        book = new Workbook(out, "Gatebook", "1.0");
        sheet = newSheet("Entries");
    }

    private Worksheet newSheet(String name) {
        Worksheet fresh = book.newWorksheet(name);
        int last = Cell.COLUMNS.size() - 1;
        for (int at = 0; at <= last; at++) {
            Field column = Cell.COLUMNS.get(at);
            fresh.inlineString(0, at, column.text());
            fresh.width(at, width(column));
        }
        fresh.range(0, 0, 0, last)
                .style()
                .bold()
                .fontColor(WHITE)
                .fillColor(HEADER_COLOUR)
                .set();
        fresh.freezePane(0, 1);
        return fresh;
    }

    private static double width(Field column) {
        return switch (column) {
            case UUID, NOTES -> 38;
            case TRANSPORT_NAME, DRIVER_NAME, FEE_REASON, LOCATION -> 24;
            case ENTRY_TIME, EXIT_TIME, CREATED_AT, LAST_MODIFIED -> 20;
            default -> 16;
        };
    }

    @Override
    public void write(Entry entry) throws IOException {
        if (row > ROWS_A_SHEET_MAX) {
            endSheet();
            sheets++;
            sheet = newSheet("Entries " + sheets);
            row = 1;
        }
        for (int at = 0; at < Cell.COLUMNS.size(); at++) {
            cell(at, Cell.of(Cell.COLUMNS.get(at), entry));
        }
        row++;
        if (row % ROWS_HELD_MAX == 0) {
            sheet.flush();
        }
    }

    private void cell(int column, Cell cell) {
        switch (cell) {
            case Cell.Empty() -> {}
            case Cell.Text(String text) -> sheet.inlineString(row, column, drawable(text));
            case Cell.Whole(long number) -> sheet.value(row, column, number);
            case Cell.Amount(Money money) -> {
                sheet.value(row, column, money.major());
                sheet.style(row, column).format(amountFormat(money)).set();
            }
            case Cell.Time(Instant at) -> {
                sheet.value(row, column, at.atZone(zone).toLocalDateTime());
                sheet.style(row, column).format(TIME_FORMAT).set();
            }
        }
    }

    private static String amountFormat(Money money) {
        int decimals = money.currency().getDefaultFractionDigits();
        return decimals == 0 ? "#,##0" : "#,##0." + "0".repeat(decimals);
    }

    /** XML has no place for two code points that Java has. */
    private static String drawable(String text) {
        return text.replace('\uFFFE', '\uFFFD').replace('\uFFFF', '\uFFFD');
    }

    private void endSheet() throws IOException {
        sheet.setAutoFilter(0, 0, row - 1, Cell.COLUMNS.size() - 1);
        sheet.finish();
    }

    @Override
    public void finish() throws IOException {
        endSheet();
        book.finish();
    }
}
