package gatebook.files.exporting;

import static org.assertj.core.api.Assertions.assertThat;

import gatebook.files.importing.LegacyFile;
import gatebook.files.importing.Reading;
import gatebook.rules.entry.Entry;
import gatebook.rules.entry.Field;
import gatebook.store.operation.ImportedRow;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LegacyJsonExportTest {
    private static final ZoneId KOLKATA = ZoneId.of("Asia/Kolkata");

    /** What the old shape has no place for. */
    private static final Set<Field> LOST = EnumSet.of(
            Field.UUID,
            Field.TICKET_NO,
            Field.COMPUTED_FEE,
            Field.FEE_MANUALLY_SET,
            Field.FEE_REASON,
            Field.CREATED_AT);

    @TempDir
    Path folder;

    @Test
    void looksLikeTheOldProgramsFile() {
        assertThat(export(KOLKATA, List.of(Entries.parked(4)))).hasContent("""
                [
                    {"serial":4,"transport_name":"Konkan Carriers","vehicle_type":"6 Wheeler","vehicle_number":"0012",\
                "driver_name":"N/A","driver_phone":"N/A","notes":"N/A","entry_time":"2025-06-01T06:58:24.037000",\
                "created_by":"System","status":"Parked","parking_fee":0.00,"payment_status":"Unpaid",\
                "payment_type":"N/A","exit_time":"N/A","last_modified":"2025-06-01T06:58:24.037000"}
                ]
                """);
    }

    @Test
    void comesBackWithEveryFieldThatTheShapeHas() {
        List<Entry> entries = List.of(Entries.parked(1), Entries.exited(2), Entries.named("Ñandú \"हिन्दी\"\n\\ 🚚"));
        List<Entry> back = back(export(KOLKATA, entries), KOLKATA);
        assertThat(back).hasSameSizeAs(entries);
        for (int at = 0; at < entries.size(); at++) {
            for (Field field : EnumSet.complementOf(EnumSet.copyOf(LOST))) {
                assertThat(field.in(back.get(at))).as(field.text()).isEqualTo(field.in(entries.get(at)));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"parking_data.json", "parking_data_v2.json"})
    void anImportedFileComesBackWithTheSameEntriesAndTotals(String name) throws URISyntaxException {
        Path old = Path.of(getClass().getResource("/legacy/" + name).toURI());
        Reading first = LegacyFile.read(old, KOLKATA, Entries.RUPEE);
        List<Entry> entries = first.rows().stream().map(ImportedRow::entry).toList();
        Reading second = LegacyFile.read(export(KOLKATA, entries), KOLKATA, Entries.RUPEE);
        assertThat(second.totals()).isEqualTo(first.totals());
        assertThat(second.rows().stream().map(ImportedRow::entry).toList()).isEqualTo(entries);
    }

    @Test
    void tellsTwoEqualHoursOfAClockChangeApart() {
        ZoneId madrid = ZoneId.of("Europe/Madrid");
        List<Entry> entries = List.of(
                at("2025-10-25T23:59:59Z"),
                at("2025-10-26T00:30:00.001Z"),
                at("2025-10-26T01:30:00.001Z"),
                at("2025-03-30T00:59:59.999Z"),
                at("2025-03-30T01:00:00Z"));
        assertThat(back(export(madrid, entries), madrid))
                .extracting(Entry::entryTime)
                .containsExactlyElementsOf(
                        entries.stream().map(Entry::entryTime).toList());
    }

    @Test
    void isPlainAsciiForAProgramThatReadsTheCodePageOfItsMachine() throws IOException {
        String text = Files.readString(export(KOLKATA, List.of(Entries.exited(1))), StandardCharsets.ISO_8859_1);
        assertThat(text).contains("\\u00d1and\\u00fa").matches("[\\x00-\\x7e]*");
    }

    @Test
    void anEmptyRegisterIsAnEmptyList() {
        assertThat(export(KOLKATA, List.of())).hasContent("[]\n");
    }

    private static Entry at(String time) {
        Entry entry = Entries.parked(1).withEntryTime(Instant.parse(time));
        return entry.with(entry.authorship().touched(Instant.parse(time)));
    }

    private static List<Entry> back(Path file, ZoneId zone) {
        return LegacyFile.read(file, zone, Entries.RUPEE).rows().stream()
                .map(ImportedRow::entry)
                .toList();
    }

    private Path export(ZoneId zone, List<Entry> entries) {
        Path file = folder.resolve("parking_data.json");
        assertThat(new Export(zone).write(file, entries::forEach))
                .isEqualTo(new ExportOutcome.Written(file, ExportFormat.JSON, entries.size()));
        return file;
    }
}
