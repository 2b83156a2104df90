package gatebook.files.importing;

import gatebook.store.operation.ImportEntries;
import gatebook.store.operation.ImportEntries.Imported;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Currency;

/**
 * Brings an old file into the register in one transaction, or rehearses it. Importing the same file again adds nothing.
 * Memory stays flat at any size of the file.
 */
public final class LegacyImport {
    private final ImportEntries register;

    public LegacyImport(ImportEntries register) {
        this.register = register;
    }

    /** Goes through the file and writes nothing; totals and issues are those that {@link #run} will have. */
    public static ImportOutcome rehearse(Path file, ZoneId zone, Currency currency) {
        if (!LegacyFile.isReadable(file)) {
            return new ImportOutcome.NoFile(file);
        }
        try (LegacyRows rows = LegacyFile.open(file, zone, currency)) {
            rows.forEachRemaining(row -> {});
            return new ImportOutcome.Rehearsed(rows.totals(), rows.issues());
        }
    }

    /**
     * Imports the file.
     *
     * @throws gatebook.store.sqlite.StoreFault if the register refuses; nothing was kept then
     */
    public ImportOutcome run(Path file, ZoneId zone, Currency currency) {
        if (!LegacyFile.isReadable(file)) {
            return new ImportOutcome.NoFile(file);
        }
        try (LegacyRows rows = LegacyFile.open(file, zone, currency)) {
            Imported imported = register.importAll(rows);
            return new ImportOutcome.Done(rows.totals(), rows.issues(), imported);
        }
    }
}
