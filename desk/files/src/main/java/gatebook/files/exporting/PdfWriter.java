package gatebook.files.exporting;

import gatebook.rules.entry.Entry;
import gatebook.rules.entry.Field;
import gatebook.rules.entry.PaymentStatus;
import gatebook.rules.money.Money;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * A list for paper: the title, what it was chosen by, the columns that fit a lying A4, the page numbers, and at the end the
 * count and the sums. The one font in it has Latin and Devanagari letters; what it lacks stands as a dotted circle.
 */
final class PdfWriter implements EntryWriter {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
    private static final float SIZE = 8;
    private static final float SIZE_OF_TITLE = 14;

    /** The columns of the page, and of how many hundredths of it each is. */
    private static final List<Column> COLUMNS = List.of(
            new Column(Field.TICKET_NO, 8),
            new Column(Field.VEHICLE_NUMBER, 12),
            new Column(Field.VEHICLE_TYPE, 9),
            new Column(Field.TRANSPORT_NAME, 18),
            new Column(Field.DRIVER_NAME, 12),
            new Column(Field.ENTRY_TIME, 11),
            new Column(Field.EXIT_TIME, 11),
            new Column(Field.FEE, 8),
            new Column(Field.PAYMENT_STATUS, 6),
            new Column(Field.PAYMENT_TYPE, 5));

    private final OutputStream out;
    private final ZoneId zone;
    private final Heading heading;
    private final PDDocument document = new PDDocument(IOUtils.createTempFileOnlyStreamCache());
    private final PDType0Font font;
    private final float[] widths = new float[COLUMNS.size()];
    private PdfPage page;
    private long entries;
    private BigDecimal fees = BigDecimal.ZERO;
    private BigDecimal paid = BigDecimal.ZERO;
    private String currency = "";

    private record Column(Field field, int hundredths) {}

    PdfWriter(OutputStream out, ZoneId zone, Heading heading) throws IOException {
        this.out = out;
        this.zone = zone;
        this.heading = heading;
        try (InputStream letters = Letters.open()) {
            font = PDType0Font.load(document, letters, true);
        }
        for (int at = 0; at < widths.length; at++) {
            widths[at] = (PdfPage.LYING.getWidth() - 2 * PdfPage.MARGIN)
                    * COLUMNS.get(at).hundredths()
                    / 100;
        }
        page = new PdfPage(document, font);
        page.line(heading.title(), SIZE_OF_TITLE);
        for (String filter : heading.filters()) {
            page.line(filter, SIZE);
        }
        columns();
    }

    private void columns() throws IOException {
        page.row(
                COLUMNS.stream().map(column -> heading.name(column.field())).toArray(String[]::new),
                widths,
                SIZE,
                true);
    }

    @Override
    public void write(Entry entry) throws IOException {
        if (page.left() < 2 * PdfPage.MARGIN) {
            page.end();
            page = new PdfPage(document, font);
            columns();
        }
        page.row(
                COLUMNS.stream().map(column -> text(column.field(), entry)).toArray(String[]::new),
                widths,
                SIZE,
                false);
        entries++;
        Money fee = entry.stay().fee();
        currency = " " + fee.currency();
        fees = fees.add(fee.major());
        paid = entry.payment().status() == PaymentStatus.PAID ? paid.add(fee.major()) : paid;
    }

    private String text(Field column, Entry entry) {
        return switch (Cell.of(column, entry)) {
            case Cell.Empty() -> "";
            case Cell.Text(String text) -> text;
            case Cell.Whole(long number) -> Long.toString(number);
            case Cell.Amount(Money money) -> money.major().toPlainString();
            case Cell.Time(Instant at) -> TIME.format(at.atZone(zone));
        };
    }

    @Override
    public void finish() throws IOException {
        Heading.Totals words = heading.totals();
        String totals = words.entries() + ": " + entries + "   " + words.fees() + ": " + fees.toPlainString() + currency
                + "   " + words.paid() + ": " + paid.toPlainString() + currency;
        page.line(totals, SIZE + 2);
        page.end();
        int pages = document.getNumberOfPages();
        for (int at = 0; at < pages; at++) {
            PdfPage.footer(document, at, font, words.page() + " " + (at + 1) + " / " + pages);
        }
        document.save(out);
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
