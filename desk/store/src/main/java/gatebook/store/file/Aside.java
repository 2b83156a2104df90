package gatebook.store.file;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Moving a register aside, with its log, into a folder that holds nothing else. */
final class Aside {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int NAMES_TRIED_MAX = 1_000;

    private Aside() {}

    /**
     * Moves whatever there is of the register; the caller holds the presence lock alone. The file goes first: should the
     * power fail between, a log without its file is noticed, while a file without its log would pass for a whole one.
     */
    static Path move(DeskHome home, Instant now) throws IOException {
        Path folder = fresh(home, now);
        for (Path file : new Path[] {home.register(), home.log(), home.logIndex(), home.journal()}) {
            if (Files.exists(file)) {
                Files.move(file, folder.resolve(file.getFileName()));
            }
        }
        return folder;
    }

    private static Path fresh(DeskHome home, Instant now) throws IOException {
        Files.createDirectories(home.aside());
        DeskHome.restrictFolder(home.aside());
        String name = STAMP.format(now);
        for (int attempt = 1; attempt <= NAMES_TRIED_MAX; attempt++) {
            Path folder = home.aside().resolve(attempt == 1 ? name : name + "-" + attempt);
            try {
                return Files.createDirectory(folder);
            } catch (FileAlreadyExistsException taken) {
                // an earlier one of this second; the next name is tried
            }
        }
        throw new FileAlreadyExistsException(home.aside().resolve(name).toString());
    }
}
