package gatebook.app.opening;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Counts the starts of the window that came to nothing, in a file of the desk's folder: the count is written before the
 * register is opened and removed once the window has stood for a while, or was closed by a person.
 */
public final class Starts {
    /** From so many on, the window opens without doing anything by itself. */
    public static final int FAILED_MAX = 3;

    private final Path file;

    public Starts(Path folder) {
        this.file = folder.resolve("window.starts");
    }

    /** Notes a start; how many before it came to nothing. A count that cannot be read or written counts as none. */
    public int begin() {
        int failed = failed();
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, Integer.toString(failed + 1), StandardCharsets.UTF_8);
        } catch (IOException unwritable) {
            return 0; // what is wrong with the folder is told by the opening
        }
        return failed;
    }

    /** This start came to something. */
    public void stood() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException unwritable) {
            // The next start may ask once too often.
        }
    }

    private int failed() {
        try {
            return Math.max(
                    0,
                    Integer.parseInt(
                            Files.readString(file, StandardCharsets.UTF_8).strip()));
        } catch (IOException | NumberFormatException none) {
            return 0;
        }
    }
}
