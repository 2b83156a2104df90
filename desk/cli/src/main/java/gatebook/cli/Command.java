package gatebook.cli;

import java.nio.file.Path;
import java.util.Optional;

/** One thing that the program can be asked for; its options are fields that the command line fills in. */
interface Command {
    Ending run();

    /** Where the details go that no person wants to read; empty for the desk's own folder. */
    default Optional<Path> logFolder() {
        return Optional.empty();
    }
}
