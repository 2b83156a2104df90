package gatebook.files.importing;

import gatebook.store.operation.ImportedRow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/**
 * The register file of the earlier program, in any of the shapes and states seen in the field (docs/importing.md). It is
 * opened for reading only, and however damaged it is, it is never refused as a whole.
 */
public final class LegacyFile {
    private LegacyFile() {}

    /**
     * Opens the file for taking its rows one by one; the caller closes it.
     *
     * @param zone of its times, which have none
     * @param currency of its amounts
     * @throws UncheckedIOException if it is not there or cannot be read
     */
    public static LegacyRows open(Path file, ZoneId zone, Currency currency) {
        try {
            return new LegacyRows(file, new Site(zone, currency));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The whole file at once, some 2 KiB of memory a row; for large files use {@link #open}. */
    public static Reading read(Path file, ZoneId zone, Currency currency) {
        try (LegacyRows rows = open(file, zone, currency)) {
            List<ImportedRow> all = new ArrayList<>();
            rows.forEachRemaining(all::add);
            return new Reading(all, rows.issues(), rows.totals());
        }
    }

    /** Whether there is a file that can be read. */
    public static boolean isReadable(Path file) {
        return Files.isRegularFile(file) && Files.isReadable(file);
    }
}
