package gatebook.files.exporting;

import java.nio.file.Path;

/** What an export came to. */
public sealed interface ExportOutcome {
    /** The file stands whole on the disk, in place of one that may have been there. */
    record Written(Path file, ExportFormat format, long entries) implements ExportOutcome {}

    /** The name ends in none of {@code .csv}, {@code .xlsx}, {@code .pdf} and {@code .json}; nothing was written. */
    record UnknownEnding(Path file) implements ExportOutcome {}

    /** There is no such folder, or the name is a folder's own; nothing was written. */
    record NoPlace(Path file) implements ExportOutcome {}
}
