package gatebook.files.importing;

import gatebook.store.operation.ImportEntries;
import gatebook.store.operation.ImportEntries.Imported;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Currency;
import java.util.function.Function;

/**
 * Brings an old file into the register in one transaction, or rehearses it. Importing the same file again adds nothing.
 * Memory stays flat at any size of the file.
 */
public final class LegacyImport {
    private final ImportEntries register;

    public LegacyImport(ImportEntries register) {
        this.register = register;
    }

    /**
     * Goes through all of {@link #run} and keeps nothing: totals, issues and counts are those that it would have.
     *
     * @throws gatebook.store.sqlite.StoreFault if the register refuses
     */
    public ImportOutcome rehearse(Path file, ZoneId zone, Currency currency) {
        return withRows(file, zone, currency, rows -> {
            Imported imported = register.rehearseAll(rows);
            return new ImportOutcome.Rehearsed(rows.totals(), rows.issues(), imported);
        });
    }

    /**
     * Imports the file.
     *
     * @throws gatebook.store.sqlite.StoreFault if the register refuses; nothing was kept then
     */
    public ImportOutcome run(Path file, ZoneId zone, Currency currency) {
        return withRows(file, zone, currency, rows -> {
            Imported imported = register.importAll(rows);
            return new ImportOutcome.Done(rows.totals(), rows.issues(), imported);
        });
    }

    private static ImportOutcome withRows(
            Path file, ZoneId zone, Currency currency, Function<LegacyRows, ImportOutcome> work) {
        if (!LegacyFile.isReadable(file)) {
            return new ImportOutcome.NoFile(file);
        }
        try (LegacyRows rows = LegacyFile.open(file, zone, currency)) {
            return work.apply(rows);
        }
    }
}
