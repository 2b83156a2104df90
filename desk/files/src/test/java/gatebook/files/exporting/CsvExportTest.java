package gatebook.files.exporting;

import static org.assertj.core.api.Assertions.assertThat;

import gatebook.rules.entry.Entry;
import gatebook.rules.entry.Field;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CsvExportTest {
    @TempDir
    Path folder;

    @Test
    void beginsWithAMarkByWhichExcelKnowsUnicode() throws IOException {
        Path file = export();
        assertThat(Files.readAllBytes(file)).startsWith(0xEF, 0xBB, 0xBF);
        assertThat(Files.readString(file)).endsWith("\r\n");
    }

    @Test
    void holdsEveryFieldOfAnEntryUnderItsName() throws IOException {
        Entry entry = Entries.exited(3);
        CSVRecord row = read(export(entry)).getFirst();
        assertThat(row.toMap().keySet())
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Field.values()).map(Field::text).toList());
        assertThat(row.get("ticket_no")).isEqualTo("A-00003");
        assertThat(row.get("serial_number")).isEqualTo("3");
        assertThat(row.get("transport_name")).isEqualTo("Ñandú, \"हिन्दी\" 🚚");
        assertThat(row.get("driver_name")).isEqualTo("Asha\nDevi");
        assertThat(row.get("notes")).isEqualTo("a;b,c");
        assertThat(row.get("vehicle_number")).isEqualTo("0012");
        assertThat(row.get("entry_time")).isEqualTo("2025-06-01T06:57:24.037+05:30");
        assertThat(row.get("fee")).isEqualTo("1234567.50");
        assertThat(row.get("computed_fee")).isEqualTo("150.00");
        assertThat(row.get("fee_manually_set")).isEqualTo("true");
        assertThat(row.get("status")).isEqualTo("Exited");
        assertThat(row.get("payment_status")).isEqualTo("Paid");
        assertThat(row.get("uuid")).isEqualTo(entry.id().toString());
    }

    @Test
    void leavesACellEmptyForWhatIsNotKnown() throws IOException {
        CSVRecord row = read(export(Entries.parked(1))).getFirst();
        assertThat(List.of(row.get("exit_time"), row.get("notes"), row.get("computed_fee"), row.get("payment_type")))
                .containsOnly("");
        assertThat(row.get("fee")).isEqualTo("0.00");
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
                "\n=1+1",
                " =1+1",
                "\u00a0=1+1",
                "＝1+1",
                "＋1",
                "－1",
                "＠A1",
                "=HYPERLINK(\"http://x\",\"y\")",
                "=1+1\",=2+2"
            })
    void runsNoFormulaInASpreadsheet(String payload) throws IOException {
        CSVRecord row = read(export(Entries.named(payload))).getFirst();
        for (Field text : List.of(
                Field.TRANSPORT_NAME,
                Field.VEHICLE_NUMBER,
                Field.VEHICLE_TYPE,
                Field.DRIVER_NAME,
                Field.DRIVER_CONTACT,
                Field.LOCATION,
                Field.NOTES,
                Field.PAYMENT_TYPE)) {
            assertThat(row.get(text.text())).as(text.text()).isEqualTo("'" + payload);
        }
        assertThat(row.isConsistent()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0012", "MH-12", "a=b", "'quoted", "N/A", " padded ", "a\"b", "1;2"})
    void leavesAnyOtherTextAsItIs(String text) throws IOException {
        assertThat(read(export(Entries.named(text))).getFirst().get("transport_name"))
                .isEqualTo(text);
    }

    private Path export(Entry... entries) {
        Path file = folder.resolve("entries.csv");
        EntrySource source = taker -> List.of(entries).forEach(taker);
        assertThat(new Export(ZoneId.of("Asia/Kolkata")).write(file, source))
                .isEqualTo(new ExportOutcome.Written(file, ExportFormat.CSV, entries.length));
        return file;
    }

    private static List<CSVRecord> read(Path file) throws IOException {
        String text = Files.readString(file).substring(1);
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (CSVParser parser = CSVParser.parse(text, format)) {
            return parser.getRecords();
        }
    }
}
