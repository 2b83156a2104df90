package gatebook.files.importing;

import static gatebook.files.importing.OldFiles.KOLKATA;
import static gatebook.files.importing.OldFiles.RUPEE;
import static gatebook.files.importing.OldFiles.sample;
import static org.assertj.core.api.Assertions.assertThat;

import gatebook.store.metadata.DeskProfile;
import gatebook.store.migration.Migrator;
import gatebook.store.operation.ImportEntries;
import gatebook.store.operation.ImportEntries.Imported;
import gatebook.store.sqlite.Database;
import gatebook.store.sqlite.FileConnection;
import gatebook.store.sqlite.Turn;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LegacyImportTest {
    private static final Instant NOW = Instant.parse("2026-11-22T06:40:10.536Z");
    private static final int MANY = 100_000;

    @TempDir
    Path folder;

    private Database database;
    private LegacyImport imports;

    @BeforeEach
    void openARegister() throws IOException {
        Path file = folder.resolve("gatebook.db");
        Files.createFile(file);
        try (FileConnection connection = FileConnection.writable(file)) {
            new Migrator().migrate(connection);
        }
        database = Database.open(file);
        database.write(Turn.GATE, session -> {
            DeskProfile.fresh(new UUID(1, 1)).write(session, NOW);
            return true;
        });
        AtomicLong ids = new AtomicLong();
        imports = new LegacyImport(new ImportEntries(
                database, Clock.fixed(NOW, ZoneOffset.UTC), () -> new UUID(7L << 12, ids.incrementAndGet())));
    }

    @AfterEach
    void closeIt() {
        database.close();
    }

    @Test
    void bringsEveryRowOfAFileIntoTheRegister() {
        ImportOutcome.Done done = (ImportOutcome.Done) imports.run(sample("parking_data_v2.json"), KOLKATA, RUPEE);
        assertThat(done.imported()).isEqualTo(new Imported(200, 0, 0));
        assertThat(number("SELECT count(*) FROM parking_entries")).isEqualTo(200);
        assertThat(number("SELECT sum(fee_minor) FROM parking_entries WHERE payment_status = 'Paid'"))
                .isEqualTo(done.totals().paid().movePointRight(2).longValueExact());
        assertThat(number("SELECT count(*) FROM parking_entries WHERE status = 'Parked'"))
                .isEqualTo(done.totals().parked());
        assertThat(number("SELECT count(*) FROM imported_rows")).isEqualTo(200);
        assertThat(number("SELECT count(*) FROM audit_log WHERE cause = 'import'"))
                .isEqualTo(200);
        assertThat(number("SELECT count(*) FROM sync_queue")).isEqualTo(200);
    }

    @Test
    void addsNothingWhenAFileIsImportedAgain() {
        imports.run(sample("parking_data_v2.json"), KOLKATA, RUPEE);
        ImportOutcome.Done again = (ImportOutcome.Done) imports.run(sample("parking_data_v2.json"), KOLKATA, RUPEE);
        assertThat(again.imported()).isEqualTo(new Imported(0, 200, 0));
        assertThat(number("SELECT count(*) FROM parking_entries")).isEqualTo(200);
    }

    @Test
    void addsOnlyWhatIsNewInAFileThatHasGrown() {
        String row =
                "{\"vehicle_number\": \"%s\", \"transport_name\": \"T\", \"vehicle_type\": \"X\", \"status\": \"Parked\","
                        + " \"entry_time\": \"2025-06-01T10:00:00\"}";
        String one = row.formatted("1");
        String two = row.formatted("2");
        imports.run(old("[" + one + "," + one + "]"), KOLKATA, RUPEE);
        ImportOutcome.Done grown =
                (ImportOutcome.Done) imports.run(old(two + "\n" + one + "\n" + one + "\n" + one), KOLKATA, RUPEE);
        assertThat(grown.imported().added()).isEqualTo(2);
        assertThat(grown.imported().known()).isEqualTo(2);
    }

    @Test
    void aRehearsalSaysTheSameAndWritesNothing() {
        for (String name : new String[] {"parking_data.json", "parking_data_v2.json"}) {
            long before = number("SELECT count(*) FROM parking_entries");
            ImportOutcome.Rehearsed rehearsed =
                    (ImportOutcome.Rehearsed) imports.rehearse(sample(name), KOLKATA, RUPEE);
            assertThat(number("SELECT count(*) FROM parking_entries WHERE created_by <> 'x'"))
                    .isIn(0L, 2L);
            assertThat(number("SELECT count(*) FROM parking_entries")).isEqualTo(before);
            ImportOutcome.Done done = (ImportOutcome.Done) imports.run(sample(name), KOLKATA, RUPEE);
            assertThat(done.totals()).isEqualTo(rehearsed.totals());
            assertThat(done.issues()).isEqualTo(rehearsed.issues());
            assertThat(done.imported()).isEqualTo(rehearsed.imported());
        }
    }

    @Test
    void leavesTheOldFileAsItWas() throws IOException {
        Path file = Files.copy(sample("parking_data.json"), folder.resolve("old.json"));
        var written = Files.getLastModifiedTime(file);
        imports.run(file, KOLKATA, RUPEE);
        assertThat(file).hasSameBinaryContentAs(sample("parking_data.json"));
        assertThat(Files.getLastModifiedTime(file)).isEqualTo(written);
    }

    @Test
    void saysSoWhenThereIsNoFile() {
        Path nowhere = folder.resolve("nowhere.json");
        assertThat(imports.run(nowhere, KOLKATA, RUPEE)).isEqualTo(new ImportOutcome.NoFile(nowhere));
        assertThat(imports.rehearse(folder, KOLKATA, RUPEE)).isEqualTo(new ImportOutcome.NoFile(folder));
    }

    /** The tests of this module run with 128 MB, a third of what these rows would take. */
    @Test
    void goesThroughAHugeFileInLittleMemory() throws IOException {
        Path file = folder.resolve("huge.json");
        LocalDateTime start = LocalDateTime.parse("2018-01-01T00:00:00");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write('[');
            for (int at = 0; at < MANY; at++) {
                out.write((at == 0 ? "" : ",\n") + "{\"serial\": " + at + ", \"transport_name\": \"Konkan Carriers\", "
                        + "\"vehicle_type\": \"Trailer\", \"vehicle_number\": \"MH12AB" + at % 9000 + "\", "
                        + "\"driver_name\": \"N/A\", \"notes\": \"" + "tarpaulin torn ".repeat(10)
                        + "\", \"entry_time\": \""
                        + start.plusMinutes(at) + "\", \"status\": \"Exited\", \"parking_fee\": 225.0, "
                        + "\"payment_status\": \"Paid\", \"payment_type\": \"Cash\", \"exit_time\": \""
                        + start.plusMinutes(at + 90) + "\"}");
            }
            out.write(']');
        }
        try (LegacyRows rows = LegacyFile.open(file, KOLKATA, RUPEE)) {
            rows.forEachRemaining(row -> {});
            assertThat(rows.totals().rows()).isEqualTo(MANY);
            assertThat(rows.totals().paid()).isEqualByComparingTo("22500000");
            assertThat(rows.issues()).isEmpty();
        }
    }

    private Path old(String content) {
        return OldFiles.write(folder, content.getBytes(StandardCharsets.UTF_8));
    }

    private long number(String sql) {
        return database.read(session -> session.number(sql));
    }
}
