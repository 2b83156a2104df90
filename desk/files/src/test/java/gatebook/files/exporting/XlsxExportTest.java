package gatebook.files.exporting;

import static org.assertj.core.api.Assertions.assertThat;

import gatebook.rules.entry.Entry;
import gatebook.rules.entry.Field;
import gatebook.rules.entry.Stay;
import gatebook.rules.money.Money;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class XlsxExportTest {
    private static final int MANY = 20_000;

    @TempDir
    Path folder;

    @Test
    void amountsAreNumbersAndTimesAreTimesOfTheSite() throws IOException {
        Row row = read(export(Entries.exited(3))).get(1);
        var fee = row.getCell(column(Field.FEE));
        assertThat(fee.getType()).isEqualTo(CellType.NUMBER);
        assertThat(fee.asNumber()).isEqualByComparingTo(new BigDecimal("1234567.50"));
        assertThat(fee.getDataFormatString()).isEqualTo("#,##0.00");
        var entered = row.getCell(column(Field.ENTRY_TIME));
        assertThat(entered.getType()).isEqualTo(CellType.NUMBER);
        assertThat(entered.asDate()).isEqualTo(LocalDateTime.parse("2025-06-01T06:57:24.037"));
        assertThat(entered.getDataFormatString()).isEqualTo("yyyy-mm-dd hh:mm:ss");
        assertThat(row.getCell(column(Field.SERIAL_NUMBER)).asNumber()).isEqualByComparingTo("3");
    }

    @Test
    void platesAreTextAndKeepTheirZeros() throws IOException {
        Row row = read(export(Entries.parked(1))).get(1);
        assertThat(row.getCell(column(Field.VEHICLE_NUMBER)).getType()).isEqualTo(CellType.STRING);
        assertThat(row.getCell(column(Field.VEHICLE_NUMBER)).asString()).isEqualTo("0012");
        assertThat(row.getOptionalCell(column(Field.EXIT_TIME))).isEmpty();
    }

    @Test
    void amountsHaveTheDecimalsOfTheirCurrency() throws IOException {
        Entry inYen = Entries.parked(1).with(Stay.parked(new Money(500, Currency.getInstance("JPY"))));
        var fee = read(export(inYen)).get(1).getCell(column(Field.FEE));
        assertThat(fee.getDataFormatString()).isEqualTo("#,##0");
        assertThat(fee.asNumber()).isEqualByComparingTo("500");
    }

    @Test
    void theHeaderStandsStillAndFilters() throws IOException {
        Path file = export(Entries.parked(1), Entries.exited(2));
        Row header = read(file).getFirst();
        for (Field column : Cell.COLUMNS) {
            assertThat(header.getCell(column(column)).asString()).isEqualTo(column.text());
        }
        assertThat(sheet(file)).contains("<autoFilter ref=\"A1:V3\"").contains("state=\"frozen\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "=cmd|' /C calc'!A0",
                "+91 98765",
                "-2+3",
                "@SUM(1+1)",
                "\t=1+1",
                "\r=1+1",
                "<f>1+1</f>",
                "</t></is></c><c><f>1+1</f></c>",
                "&amp;",
                "]]>",
                " padded ",
                "Ñandú हिन्दी 🚚",
                "\uFFFE\uFFFF"
            })
    void textStaysTextWhateverItLooksLike(String payload) throws IOException {
        Path file = export(Entries.named(payload));
        var cell = read(file).get(1).getCell(column(Field.TRANSPORT_NAME));
        assertThat(cell.getType()).isEqualTo(CellType.STRING);
        assertThat(cell.getFormula()).isNull();
        // A line end is one character in XML, and two code points are none.
        String shown = payload.replace('\r', '\n').replace('\uFFFE', '\uFFFD').replace('\uFFFF', '\uFFFD');
        assertThat(cell.asString().replace('\r', '\n')).isEqualTo(shown);
        assertThat(sheet(file)).doesNotContain("<f>");
    }

    @Test
    void holdsEveryEntryOfALongRegister() throws IOException {
        Path file = folder.resolve("long.xlsx");
        EntrySource source = taker -> {
            for (int at = 0; at < MANY; at++) {
                taker.accept(Entries.exited(at));
            }
        };
        new Export(ZoneId.of("Asia/Kolkata")).write(file, source);
        try (InputStream in = Files.newInputStream(file);
                ReadableWorkbook book = new ReadableWorkbook(in);
                Stream<Row> rows = book.getFirstSheet().openStream()) {
            assertThat(rows.skip(1)
                            .mapToLong(row -> row.getCell(column(Field.SERIAL_NUMBER))
                                    .asNumber()
                                    .longValueExact())
                            .sum())
                    .isEqualTo((long) MANY * (MANY - 1) / 2);
        }
    }

    private Path export(Entry... entries) {
        Path file = folder.resolve("entries.xlsx");
        EntrySource source = taker -> List.of(entries).forEach(taker);
        assertThat(new Export(ZoneId.of("Asia/Kolkata")).write(file, source))
                .isEqualTo(new ExportOutcome.Written(file, ExportFormat.XLSX, entries.length));
        return file;
    }

    private static List<Row> read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                ReadableWorkbook book = new ReadableWorkbook(in, new ReadingOptions(true, false))) {
            return book.getFirstSheet().read();
        }
    }

    private static int column(Field field) {
        return Cell.COLUMNS.indexOf(field);
    }

    private static String sheet(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile());
                InputStream in = zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
