package gatebook.faults.fuzz;

import static gatebook.faults.fuzz.WireForms.RUPEE;
import static gatebook.faults.fuzz.WireForms.ZONE;

import gatebook.files.importing.LegacyFile;
import gatebook.files.importing.Reading;
import gatebook.rules.entry.EntryRules;
import gatebook.rules.entry.PaymentStatus;
import gatebook.store.operation.ImportedRow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/**
 * The register file of the earlier program: however damaged, it is read, each entry that comes out of it may be kept, the
 * sums are those of the entries, and reading it again gives the same.
 */
final class OldFileDecoder {
    static final Decoder DECODER = new Decoder("old-file", Seeds.oldFiles(), 10, OldFileDecoder::law);
    private static final Path FILE = file();

    private OldFileDecoder() {}

    private static void law(byte[] bytes) {
        try {
            Files.write(FILE, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Reading reading = LegacyFile.read(FILE, ZONE, RUPEE);
        Set<String> visits = new HashSet<>();
        BigDecimal fees = BigDecimal.ZERO;
        for (ImportedRow row : reading.rows()) {
            Law.holds(EntryRules.faults(row.entry()).isEmpty(), "an entry that may be kept: " + row.entry());
            Law.holds(visits.add(row.entry().plate().typed() + row.entry().entryTime()), "one entry a visit");
            fees = fees.add(row.entry().stay().fee().major());
        }
        Law.same(reading.totals().rows(), (long) reading.rows().size(), "the rows");
        Law.same(
                reading.totals().rows(),
                reading.totals().parked() + reading.totals().exited(),
                "parked and exited");
        BigDecimal told = BigDecimal.ZERO;
        for (PaymentStatus status : PaymentStatus.values()) {
            told = told.add(reading.totals().fees(status));
        }
        Law.same(0, told.compareTo(fees), "the fees " + told + " of entries with " + fees);
        Law.same(reading, LegacyFile.read(FILE, ZONE, RUPEE), "read again");
    }

    private static Path file() {
        try {
            Path file = Files.createTempFile("old-", ".json");
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
