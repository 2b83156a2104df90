package gatebook.faults.fuzz;

import static gatebook.faults.fuzz.WireForms.ZONE;

import gatebook.files.exporting.Export;
import gatebook.rules.entry.Description;
import gatebook.rules.entry.Entry;
import gatebook.rules.entry.EntryRules;
import gatebook.rules.entry.VehicleType;
import gatebook.wire.entry.EntryJson;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Exported tables: any text that an entry may hold comes back out of its cell, save for the apostrophe before what a
 * spreadsheet would run, and no cell begins with such a sign.
 */
final class SpreadsheetCells {
    static final Decoder DECODER = new Decoder(
            "csv-cells",
            Seeds.texts(
                    "=1+1",
                    "  =cmd|'/c calc'!A0",
                    "a,b;\"c\"\nd",
                    "'quoted",
                    "\u00a0@SUM(A1)",
                    "Ñandú हिन्दी 🚚",
                    "-5"),
            10,
            SpreadsheetCells::law);

    private static final int NOTES = 17;
    private static final Path FILE = file();
    private static final Entry ENTRY = EntryJson.decode(
                    new String(Seeds.golden("entry-parked.json").getFirst(), StandardCharsets.UTF_8),
                    WireForms.DEFAULTS)
            .orDamaged("a golden entry");

    private SpreadsheetCells() {}

    private static void law(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        Entry entry = ENTRY.with(new Description("Konkan", new VehicleType("Trailer"), null, null, null, text));
        if (!EntryRules.faults(entry).isEmpty()) {
            return;
        }
        new Export(ZONE).write(FILE, each -> each.accept(entry));
        List<CSVRecord> rows = rows();
        Law.same(2, rows.size(), "a head and a row");
        Law.same("notes", rows.getFirst().get(NOTES), "the column");
        String cell = rows.getLast().get(NOTES);
        Law.holds(cell.equals(text) || cell.equals("'" + text), "the cell of " + text + " is " + cell);
        String shown = cell.stripLeading();
        Law.holds(shown.isEmpty() || "=+-@＝＋－＠".indexOf(shown.charAt(0)) < 0, "a formula: " + cell);
    }

    private static List<CSVRecord> rows() {
        try (Reader text = Files.newBufferedReader(FILE, StandardCharsets.UTF_8);
                CSVParser parser = CSVParser.parse(text, CSVFormat.RFC4180)) {
            return parser.getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path file() {
        try {
            Path file = Files.createTempDirectory("cells-").resolve("cells.csv");
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
