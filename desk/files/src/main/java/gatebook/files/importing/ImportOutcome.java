package gatebook.files.importing;

import gatebook.store.operation.ImportEntries.Imported;
import java.nio.file.Path;
import java.util.List;

/** What an import or its rehearsal came to. */
public sealed interface ImportOutcome {
    /** The import was tried and taken back: nothing was kept. */
    record Rehearsed(Totals totals, List<Issue> issues, Imported imported) implements ImportOutcome {}

    /** The file's entries stand in the register; the totals are those of the rehearsal. */
    record Done(Totals totals, List<Issue> issues, Imported imported) implements ImportOutcome {}

    /** There is no such file, or it may not be read. */
    record NoFile(Path file) implements ImportOutcome {}
}
