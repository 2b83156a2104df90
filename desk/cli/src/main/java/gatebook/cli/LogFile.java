package gatebook.cli;

import java.nio.file.Path;

/** Where the details go that no person wants to read. */
final class LogFile {
    /** The system property by which the log is told its place. */
    static final String PROPERTY = "gatebook.log";

    private LogFile() {}

    /** Tells the log its folder; the first command of a process decides, since a log has one place. */
    static void place(Path folder) {
        if (System.getProperty(PROPERTY) == null) {
            System.setProperty(PROPERTY, folder.resolve("gatebook.log").toString());
        }
    }

    /** The log of the command at work. */
    static Path place() {
        String set = System.getProperty(PROPERTY);
        return set == null ? Path.of(System.getProperty("java.io.tmpdir", "."), "gatebook.log") : Path.of(set);
    }
}
