package gatebook.files.exporting;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What the register is written out as, told by the ending of the file's name. */
public enum ExportFormat {
    /** For programs: RFC 4180, UTF-8 with a byte-order mark, times with their offset. */
    CSV,
    /** For people: an Excel sheet with typed cells, times as the site's clocks show them. */
    XLSX,
    /** For paper: a list with its title, its filters, page numbers and sums. */
    PDF,
    /** The earlier program's own file. */
    JSON;

    static Optional<ExportFormat> ofEnding(Path file) {
        Path name = file.getFileName();
        String lower = name == null ? "" : name.toString().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(format -> lower.endsWith("." + format.name().toLowerCase(Locale.ROOT)))
                .findFirst();
    }
}
