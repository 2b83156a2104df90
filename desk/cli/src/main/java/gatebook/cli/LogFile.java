package gatebook.cli;

import java.nio.file.Path;

/** Where the details go that no person wants to read. */
final class LogFile {
    /** The system property by which the log is told its place. */
    static final String PROPERTY = "gatebook.log";

    private LogFile() {}

    /** The log of the desk at work. */
    static Path of(Program program) {
        String set = System.getProperty(PROPERTY);
        return set == null ? program.home().folder().resolve("gatebook.log") : Path.of(set);
    }
}
